// Where arrow keys walk, they do not scroll.
document.addEventListener('keydown', event => {
  if (/^(Arrow|Home$|End$)/.test(event.key) && event.target instanceof Element && event.target.closest('[data-arrows]')) {
    event.preventDefault();
  }
});

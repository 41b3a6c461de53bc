// Keys of the queue. The browser keeps the focus: moving it scrolls, and what is scrolled to is then drawn.
export function listen(root) {
  let last = null;

  const rows = () => [...root.querySelectorAll('tbody tr[role="row"]')];
  const current = () => document.activeElement?.closest?.('tbody tr[role="row"]') ?? null;

  const move = by => {
    const all = rows();
    const at = all.indexOf(current() ?? (last?.isConnected ? last : null));
    const next = at < 0 ? all[0] : all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) {
      last = next;
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    }
  };

  const press = (row, selector, wanted = () => true) => {
    const element = row?.querySelector(selector);
    if (element && wanted(element)) element.click();
  };

  const expanded = value => button => button.getAttribute('aria-expanded') === value;

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: row => press(row, 'input[type="checkbox"]'),
    Enter: row => press(row, '.name a'),
    ArrowRight: row => press(row, 'button.tasks', expanded('false')),
    ArrowLeft: row => press(row, 'button.tasks', expanded('true')),
  };

  const onKey = event => {
    const target = event.target;
    const typing = target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [role="dialog"], [role="listbox"]');
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || !keys[event.key]) return;
    const row = current();
    // Elsewhere on the page these keys scroll, and open links and buttons.
    if (event.key.startsWith('Arrow') && !row) return;
    if (event.key === 'Enter' && target !== row) return;
    event.preventDefault();
    keys[event.key](row);
  };

  document.addEventListener('keydown', onKey);
  return { dispose: () => document.removeEventListener('keydown', onKey) };
}

-- An order that nobody took up in time may be given anew; then it does not stand any more.
alter table scorer.approval drop constraint approval_state_check;
alter table scorer.approval add constraint approval_state_check check (state in ('approved', 'refused', 'withdrawn', 'expired'));

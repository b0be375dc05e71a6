// Chrome calls a date or a time changed at each part of it that is typed. To whoever listens here it
// changes once: when the field is left, or by Enter or the form's own button, which send it anyway.
(() => {
  'use strict';
  const TYPED = 'input:is([type=date], [type=time], [type=datetime-local], [type=month], [type=week])';
  const isTyped = element => element instanceof Element && element.matches(TYPED);
  let field = null;
  let before = '';
  let pressed = null;

  const waits = (form, yes) => { if (form) form.classList.toggle('waits', yes); };

  window.addEventListener('focusin', event => {
    if (!isTyped(event.target) || event.target === field) return;
    field = event.target;
    before = field.value;
  }, true);

  window.addEventListener('change', event => {
    // not by activeElement: between two parts of a date Chrome says that nothing is focused
    if (!event.isTrusted || event.target !== field) return;
    event.stopImmediatePropagation();
    waits(event.target.form, true);
  }, true);

  window.addEventListener('focusout', event => {
    const left = event.target;
    // another window in front does not end the typing
    if (left !== field || document.activeElement === left) return;
    field = null;
    const sends = pressed && pressed.form === left.form && pressed.type === 'submit';
    if (sends || left.value === before || left.validity.badInput) return;
    left.dispatchEvent(new Event('change', { bubbles: true }));
  }, true);

  window.addEventListener('pointerdown', event => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null;
  }, true);
  window.addEventListener('keydown', () => { pressed = null; }, true);

  window.addEventListener('submit', event => {
    if (field && event.target === field.form) before = field.value;
    waits(event.target, false);
  }, true);
})();

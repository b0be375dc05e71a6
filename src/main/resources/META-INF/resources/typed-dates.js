// Chrome calls a date or a time changed at each part of it that is typed. To whoever listens here it
// changes once: when the field is left, or by Enter or the form's own button, which send it anyway.
// One picked from the calendar is whole at once. What is being typed is not swapped away under the
// fingers: an answer that comes meanwhile is asked for again when the field is left.
(() => {
  'use strict';
  const TYPED = 'input:is([type=date], [type=time], [type=datetime-local], [type=month], [type=week])';
  const isTyped = element => element instanceof Element && element.matches(TYPED);
  let field = null;
  let before = '';
  let typing = false;
  let owed = false;
  let pressed = null;

  const waits = (form, yes) => { if (form) form.classList.toggle('waits', yes); };

  window.addEventListener('focusin', event => {
    if (!isTyped(event.target) || event.target === field) return;
    field = event.target;
    before = field.value;
    typing = owed = false;
  }, true);

  window.addEventListener('keydown', event => {
    pressed = null;
    if (event.target !== field || ['Tab', 'Shift', 'Enter', 'Escape'].includes(event.key)) return;
    // these open the calendar, whose own keys are not heard here
    const opens = event.key === ' ' || event.key === 'F4' || event.altKey && event.key === 'ArrowDown';
    typing = !opens;
  }, true);

  window.addEventListener('change', event => {
    // not by activeElement: between two parts of a date Chrome says that nothing is focused
    if (!event.isTrusted || event.target !== field) return;
    if (!typing) {
      before = field.value;
      return;
    }
    event.stopImmediatePropagation();
    waits(event.target.form, true);
  }, true);

  window.addEventListener('focusout', event => {
    const left = event.target;
    // another window in front does not end the typing
    if (left !== field || document.activeElement === left) return;
    const asks = owed || left.value !== before;
    field = null;
    typing = owed = false;
    const sends = pressed && pressed.form === left.form && pressed.type === 'submit';
    if (sends || !asks || left.validity.badInput) return;
    left.dispatchEvent(new Event('change', { bubbles: true }));
  }, true);

  window.addEventListener('pointerdown', event => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null;
    // by mouse a date is picked, or one of its parts to be typed next
    if (event.target === field) typing = false;
  }, true);

  window.addEventListener('submit', event => {
    if (field && event.target === field.form) {
      before = field.value;
      typing = false;
    }
    waits(event.target, false);
  }, true);

  window.addEventListener('htmx:beforeSwap', event => {
    if (!typing || !field || event.detail.xhr.status !== 200 || !event.detail.target.contains(field)) return;
    event.detail.shouldSwap = false;
    event.stopImmediatePropagation();
    owed = true;
    waits(field.form, true);
  }, true);
})();

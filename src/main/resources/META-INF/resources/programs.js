// The builder's extras: dragging items, and keeping the keyboard's place after a change.
(() => {
  let dragged = null;

  const itemOf = (target) => target instanceof Element ? target.closest('#items > .item') : null;

  document.addEventListener('dragstart', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.grip')) return;
    dragged = itemOf(event.target);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    dragged.classList.add('dragged');
  });

  document.addEventListener('dragover', (event) => {
    const over = itemOf(event.target);
    if (!dragged || !over) return;
    event.preventDefault();
    if (over === dragged) return;
    const box = over.getBoundingClientRect();
    const below = event.clientY > box.top + box.height / 2;
    over.parentNode.insertBefore(dragged, below ? over.nextSibling : over);
  });

  document.addEventListener('dragend', () => {
    if (!dragged) return;
    const item = dragged;
    dragged = null;
    item.classList.remove('dragged');
    const place = [...item.parentNode.children].indexOf(item);
    const program = document.getElementById('draft').dataset.program;
    htmx.ajax('POST', `/programs/${program}/items/${item.dataset.slug}/move`, {
      target: '#draft', swap: 'outerHTML',
      values: { to: place, revision: document.getElementById('revision').value },
    });
  });

  // a button pressed in the instant before htmx knows its form would leave the page
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute('action') !== '' || !form.hasAttribute('hx-post')) return;
    event.preventDefault();
    if (form.dataset.early) return;
    form.dataset.early = 'true';
    htmx.process(form);
    // a form does not submit again while it is being submitted
    setTimeout(() => form.requestSubmit(event.submitter));
  });

  document.addEventListener('htmx:afterSwap', () => {
    // the forms that leave the page carry the revision on their own; an edit that was typed just
    // before Send is saved first, so this must not wait for the swap to settle
    const revision = document.getElementById('revision');
    document.querySelectorAll('[data-revision]').forEach((field) => { field.value = revision.value; });
  });

  // where the keyboard was when an answer comes: the button, what follows it when it is gone, and
  // its place in the list
  let place = null;
  document.addEventListener('htmx:beforeSwap', () => {
    const here = document.activeElement;
    if (!here || here === document.body) return;
    const row = here.closest('#picks li, #items > .item');
    place = {
      id: here.id,
      then: (here.dataset.then || '').split(' '),
      list: row?.parentNode.id || row?.parentNode.className || '',
      at: row ? [...row.parentNode.children].indexOf(row) : -1,
    };
  });

  // at either end the button that was pressed can be pressed no more: its twin keeps the place
  const twinOf = (id) => id.startsWith('up-') ? `down-${id.slice(3)}` : id.startsWith('down-') ? `up-${id.slice(5)}` : '';

  const firstOf = (ids) => ids.map((id) => id && document.getElementById(id)).find((found) => found && !found.disabled);

  // the same button of the row that took the place of one that left its list, or of the one before
  const neighbour = () => {
    const buttons = place.list === 'items'
      ? [...document.querySelectorAll('#items > .item')].map((item) => item.querySelector('[id^="remove-"]'))
      : place.list === 'picks' ? [...document.querySelectorAll('#picks li')].map((pick) => pick.querySelector('[id^="add-"]')) : [];
    return buttons.slice(place.at).find(Boolean) ?? buttons.slice(0, Math.max(place.at, 0)).reverse().find(Boolean)
      ?? (place.list === 'picks' ? document.getElementById('q') : null);
  };

  document.addEventListener('htmx:afterSwap', (event) => {
    if (!place) return;
    if (document.activeElement && document.activeElement !== document.body) {
      // htmx gave the focus back and left the page where it was: a moved row may be out of sight
      if (document.activeElement.id === place.id) document.activeElement.scrollIntoView({ block: 'nearest' });
      return;
    }
    const next = firstOf([place.id, ...place.then, twinOf(place.id)]) ?? neighbour();
    const alert = event.detail.target.id === 'draft' ? document.querySelector('#draft [role="alert"]') : null;
    if (alert) alert.scrollIntoView({ block: 'nearest' });
    (next ?? document.getElementById('draft-heading')).focus({ preventScroll: Boolean(alert) });
  });
})();

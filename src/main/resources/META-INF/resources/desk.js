// The day board's keys and its quiet refresh. Everything here also works without it, by links and forms.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('scripted');
  const byId = id => document.getElementById(id);
  const REFRESH_MS = 20000;

  // --- keys
  const isTyping = element => element.closest('input:not([type=radio]):not([type=checkbox]), textarea, select');

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = document.activeElement || document.body;
    const caller = byId('caller');
    if (event.key === '/' && caller && !isTyping(here)) {
      event.preventDefault();
      caller.focus();
      caller.select();
    } else if (event.key === 'Escape') {
      backToBoard(here, caller);
    } else if (here === caller && (event.key === 'ArrowDown' || event.key === 'Enter')) {
      const first = document.querySelector('#panel [data-callers] .results a');
      if (first && searchedFor === caller.value) {
        event.preventDefault();
        event.key === 'Enter' ? first.click() : first.focus();
      }
    } else if (here.matches('.results a') && event.key.startsWith('Arrow')) {
      alongResults(event, here, caller);
    } else if (here.matches('.visit') && event.key.startsWith('Arrow')) {
      alongBoard(event, here);
    } else if (event.key.length === 1 && here.closest('#panel') && !isTyping(here)) {
      answer(event);
    }
  });

  // a question in the panel is answered by the key beside the answer, as long as the panel has the focus
  function answer(event) {
    const chosen = [...document.querySelectorAll('#panel [data-key]')]
      .find(element => element.dataset.key === event.key.toLowerCase() && isUnfolded(element));
    if (!chosen || event.repeat) return;
    event.preventDefault();
    chosen.focus();
    chosen.click();
  }

  // what unfolds near the end of the panel is to be seen
  document.addEventListener('toggle', event => {
    if (event.target.open && event.target.matches('#panel .cancel, #panel .party')) event.target.scrollIntoView({ block: 'nearest' });
  }, true);

  function isUnfolded(element) {
    const own = element.matches('summary') ? element.parentElement : null;
    for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) {
      if (!fold.open && fold !== own) return false;
    }
    return true;
  }

  function backToBoard(here, caller) {
    const shown = document.querySelector('#panel [data-visit]');
    const visit = shown && byId('visit-' + shown.dataset.visit);
    if (here.closest('#panel') && visit) visit.focus();
    else if (here.closest('#panel') && caller) caller.focus();
    else if (here === caller) { caller.value = ''; caller.blur(); }
  }

  function alongResults(event, here, caller) {
    const all = [...document.querySelectorAll('#panel .results a')];
    const at = all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0);
    event.preventDefault();
    (all[at] || (at < 0 ? caller : here)).focus();
  }

  function alongBoard(event, here) {
    event.preventDefault();
    const column = here.closest('.person');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = [...column.querySelectorAll('.visit')];
      const next = all[all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) next.focus();
      return;
    }
    const step = event.key === 'ArrowRight' ? 'nextElementSibling' : 'previousElementSibling';
    const top = here.getBoundingClientRect().top;
    for (let other = column[step]; other; other = other[step]) {
      const near = [...other.querySelectorAll('.visit')].sort((a, b) =>
        Math.abs(a.getBoundingClientRect().top - top) - Math.abs(b.getBoundingClientRect().top - top))[0];
      if (near) { near.focus(); return; }
    }
  }

  // --- answers
  let searchedFor = null;

  document.addEventListener('htmx:configRequest', event => {
    const board = byId('board');
    const drawn = board && board.querySelector('[data-etag]');
    if (event.detail.elt === board && drawn && event.detail.triggeringEvent && event.detail.triggeringEvent.type === 'refresh') {
      event.detail.headers['If-None-Match'] = drawn.dataset.etag;
    }
  });

  document.addEventListener('htmx:beforeSwap', event => {
    const { xhr, target } = event.detail;
    const board = byId('board');
    if (target === board) {
      event.detail.shouldSwap = xhr.status === 200;
      const drawn = board.querySelector('.board');
      scrolled = drawn && [drawn.scrollLeft, drawn.scrollTop];
      // whoever is no longer signed in got the sign-in page instead
      if (xhr.status === 200 && !xhr.responseText.includes('data-etag')) { event.detail.shouldSwap = false; location.reload(); }
      return;
    }
    if (target.hasAttribute('data-quiet')) {
      event.detail.shouldSwap = xhr.status === 200;
      event.detail.isError = false;
      return;
    }
    if (target.id !== 'panel') return;
    stood = document.activeElement;
    const problem = byId('problem');
    problem.replaceChildren();
    if (xhr.status === 200 && !xhr.responseText.includes('data-panel')) { event.detail.shouldSwap = false; location.reload(); return; }
    // a problem without a panel of its own leaves what was entered where it is
    if (xhr.status >= 400 && !xhr.responseText.includes('data-panel')) event.detail.target = problem;
  });

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id === 'board') { scrollBack(); markShown(); noteNow(); return; }
    if (event.detail.target.id !== 'panel') return;
    const from = event.detail.requestConfig.elt;
    markShown();
    if (from.matches('.caller-field')) {
      searchedFor = byId('caller').value;
      return;
    }
    const panel = byId('panel');
    const chosen = panel.querySelector('[role=alert] ~ .nearest input, .anyway input[name=setAside], [aria-invalid], [data-focus]');
    const filter = from.matches('.filter') && stood && stood.id && panel.querySelector('.filter #' + CSS.escape(stood.id));
    const focus = filter || chosen || panel.querySelector('#panel-title');
    // who went on to somewhere else while the times were looked up stays there
    const elsewhere = from.matches('.filter') && stood !== document.body && document.contains(stood) && !panel.contains(stood);
    pickFirst(panel);
    if (focus && !elsewhere) focus.focus({ preventScroll: true });
    if (panel.getBoundingClientRect().top < 0 || matchMedia('(max-width: 800px)').matches) panel.scrollIntoView({ block: 'start' });
    const side = panel.closest('.desk-side');
    if (side && !filter) side.scrollTop = 0;
    if (chosen && !filter) bringIntoView(side, chosen);
  });

  // what Enter would book is seen by whoever presses it, and so is the button, at the panel's foot
  function bringIntoView(side, chosen) {
    if (side && !matchMedia('(max-width: 800px)').matches) side.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    chosen.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  // --- the time that the button books
  const DATE = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });

  // the first free time is picked, so that the one in focus is the one that is named and booked
  function pickFirst(panel) {
    const first = panel.querySelector('input[data-focus]');
    if (first && !panel.querySelector('input[name=slot]:checked')) first.checked = true;
    panel.querySelectorAll('form.book').forEach(namePicked);
  }

  function namePicked(form) {
    const button = form.querySelector('button[data-verb]');
    const picked = form.querySelector('input[name=slot]:checked');
    if (!button) return;
    button.dataset.plain = button.dataset.plain || button.textContent;
    const time = picked && (picked.dataset.whole || ownTime(form));
    button.textContent = time ? button.dataset.verb + ' ' + time : button.dataset.plain;
  }

  function ownTime(form) {
    const [date, time, who] = ['otherDate', 'otherTime', 'otherPractitioner'].map(name => form.elements[name]);
    if (!date.value || !time.value) return '';
    const [hour, minute] = time.value.split(':');
    const words = DATE.format(new Date(date.value)) + ', ' + (hour % 12 || 12) + ':' + minute + (hour < 12 ? ' AM' : ' PM');
    return words + ' with ' + who.selectedOptions[0].text;
  }

  ['input', 'change'].forEach(kind => document.addEventListener(kind, event => {
    const form = event.target.closest('form.book');
    if (form) namePicked(form);
  }));

  // a wide board scrolls by itself; drawn again, it stands where it stood
  let scrolled = null;
  function scrollBack() {
    const drawn = document.querySelector('#board .board');
    if (drawn && scrolled) drawn.scrollTo({ left: scrolled[0], top: scrolled[1], behavior: 'instant' });
  }

  let stood = null;
  // a time of one's own is meant as soon as any of it is entered
  document.addEventListener('input', event => {
    const own = event.target.closest('.own-time');
    if (own) own.closest('form').querySelector('input[value=other]').checked = true;
  });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-print]')) window.print();
  });
  document.addEventListener('change', event => {
    const picker = event.target.closest('.pick-date');
    if (picker && event.target.value) picker.submit();
  });

  function markShown() {
    document.querySelectorAll('.visit[aria-current]').forEach(visit => visit.removeAttribute('aria-current'));
    const shown = document.querySelector('#panel [data-visit]');
    const visit = shown && byId('visit-' + shown.dataset.visit);
    if (visit) visit.setAttribute('aria-current', 'true');
  }

  // --- time goes on
  // the server says where now is; from there the line moves by this machine's clock, right or wrong
  let drawnAt = Date.now();
  let drawnMinute = null;

  function noteNow() {
    const line = document.querySelector('.board .now');
    drawnAt = Date.now();
    drawnMinute = line && !line.hidden ? Number(line.dataset.minute) : null;
  }

  function placeNow() {
    const board = document.querySelector('.board');
    const line = board && board.querySelector('.now');
    if (!line || drawnMinute === null) return;
    const minute = drawnMinute + Math.floor((Date.now() - drawnAt) / 60000);
    line.hidden = minute >= Number(board.dataset.minutes);
    // as the server draws it (Digits): a class for each digit
    line.className = 'now fh' + Math.floor(minute / 100) + ' ft' + Math.floor(minute / 10) % 10 + ' fo' + minute % 10;
  }

  function refresh() {
    const board = byId('board');
    if (!board || document.hidden || !window.htmx) return;
    placeNow();
    htmx.trigger(board, 'refresh');
  }
  noteNow();
  const opened = document.querySelector('#panel .panel');
  if (opened) {
    pickFirst(opened);
    markShown();
    // the page was opened for its panel
    if (!/^\/desk(\/[\d-]+)?$/.test(location.pathname)) {
      history.scrollRestoration = 'manual';
      const first = opened.querySelector('[data-focus]');
      (first || opened.querySelector('#panel-title')).focus({ preventScroll: true });
      bringIntoView(opened.closest('.desk-side'), first || opened.querySelector('#panel-title'));
    }
  }
  setInterval(refresh, REFRESH_MS);
  document.addEventListener('visibilitychange', refresh);
})();

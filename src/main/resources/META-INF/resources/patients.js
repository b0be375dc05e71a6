// The slash key goes to the search field, wherever one is not typing; the arrows go along what was found.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
  const field = document.getElementById('q');
  if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target.matches('#q, .hit')) {
    const stops = [field, ...document.querySelectorAll('#hits .hit')];
    const next = stops[stops.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
});

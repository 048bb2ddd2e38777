const smallest = 0.25;
const largest = 3;
const factor = 1.25;

/** Lets a drawing be moved by dragging and made larger or smaller; without it the drawing scrolls at its own size. */
function enliven(figure: HTMLElement): void {
  const view = figure.querySelector<HTMLElement>('[data-graph-view]');
  const drawing = view?.querySelector<SVGSVGElement>('svg');
  if (view === null || drawing === null || view === undefined || drawing === undefined) return;
  const { width, height } = drawing.viewBox.baseVal;
  let scale = 1;

  /** The point of the view that stays where it is; its middle when nobody points. */
  function zoomTo(wanted: number, at = { x: view?.clientWidth ?? 0, y: view?.clientHeight ?? 0, share: 0.5 }): void {
    if (view === null || view === undefined || drawing === null || drawing === undefined) return;
    const next = Math.min(largest, Math.max(smallest, wanted));
    const [x, y] = [at.x * at.share, at.y * at.share];
    const [left, top] = [(view.scrollLeft + x) / scale, (view.scrollTop + y) / scale];
    scale = next;
    drawing.setAttribute('width', String(Math.round(width * scale)));
    drawing.setAttribute('height', String(Math.round(height * scale)));
    view.scrollLeft = left * scale - x;
    view.scrollTop = top * scale - y;
  }

  const actions = {
    in: () => zoomTo(scale * factor),
    out: () => zoomTo(scale / factor),
    fit: () => zoomTo(Math.min(1, (view.clientWidth - 2) / width)),
  };
  for (const button of figure.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
    const name = button.dataset['zoom'];
    const action = name === 'in' ? actions.in : name === 'out' ? actions.out : actions.fit;
    button.hidden = false;
    button.addEventListener('click', action);
  }

  // Without the key the wheel scrolls the page, as everywhere else.
  view.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const frame = view.getBoundingClientRect();
      const at = { x: event.clientX - frame.left, y: event.clientY - frame.top, share: 1 };
      zoomTo(event.deltaY < 0 ? scale * factor : scale / factor, at);
    },
    { passive: false },
  );

  let dragged: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | undefined;
  view.dataset['draggable'] = '';
  view.addEventListener('pointerdown', (event) => {
    // A finger scrolls by itself, and a link is followed.
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    dragged = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
    view.dataset['dragged'] = '';
    view.setPointerCapture(event.pointerId);
  });
  view.addEventListener('pointermove', (event) => {
    if (dragged === undefined) return;
    view.scrollLeft = dragged.left - (event.clientX - dragged.x);
    view.scrollTop = dragged.top - (event.clientY - dragged.y);
  });
  const drop = () => {
    dragged = undefined;
    delete view.dataset['dragged'];
  };
  view.addEventListener('pointerup', drop);
  view.addEventListener('pointercancel', drop);
}

for (const figure of document.querySelectorAll<HTMLElement>('[data-graph]')) enliven(figure);

export {};

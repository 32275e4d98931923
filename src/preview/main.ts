import './preview.css';
import { type FrameMessage, readShowMessage } from './messages';
import { sanitize } from './sanitize';

const app = window.parent;

// '*' because the frame cannot know the app's origin; frame-ancestors lets only the app's own origin frame it.
const tell = (message: FrameMessage) => app.postMessage(message, '*');

const ownColours = '[style*="color"], [style*="background"], [color], [bgcolor]';
const place = document.querySelector('#preview');

window.addEventListener('message', (message: MessageEvent<unknown>) => {
  if (message.source !== app || app === window) return;
  const show = readShowMessage(message.data);
  if (!show || !place) return;
  const { content, removed } = sanitize(show.html, document);
  // One insertion: with `dir="auto"` on the place, Chromium looks at all of it again for every inserted child.
  const box = document.createElement('div');
  box.append(content);
  place.replaceChildren(box);
  // Colours that the author chose were chosen for paper; on a dark ground they can be unreadable.
  document.documentElement.classList.toggle('preview-paper', box.querySelector(ownColours) !== null);
  window.scrollTo(0, 0);
  tell({ type: 'preview-shown', run: show.run, removed });
});

tell({ type: 'preview-ready' });

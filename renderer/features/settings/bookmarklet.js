// Runs on the page that its reader is looking at. The clipboard gets a link to the page that carries, in an attribute, the page as
// it is now and what is selected on it (core/sources/copied-page.ts reads that). The app is then opened with the address alone.
void (() => {
  const address = location.href;
  const link = document.createElement('a');
  link.href = address;
  link.textContent = document.title || address;
  link.dataset.rejoinder = JSON.stringify({
    version: 1,
    address,
    selection: String(getSelection()),
    page: document.documentElement.outerHTML,
  });
  const fill = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/html', link.outerHTML);
    event.clipboardData.setData('text/plain', address);
  };
  const copy = () => {
    addEventListener('copy', fill, true);
    const isCopied = document.execCommand('copy');
    removeEventListener('copy', fill, true);
    return isCopied;
  };
  const open = () => location.assign(`rejoinder://new?url=${encodeURIComponent(address)}`);
  if (copy()) {
    open();
    return;
  }
  // Firefox lets a page copy only in the course of a click on the page itself.
  const onClick = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    copy();
    open();
  };
  addEventListener('click', onClick, { capture: true, once: true });
  alert('Rejoinder: click anywhere on this page to hand it over.');
})();

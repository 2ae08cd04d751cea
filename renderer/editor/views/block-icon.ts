const paths = {
  fold: 'm4 6 4 4 4-4',
  menu: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  grip: 'M5 3.5h.01M5 8h.01M5 12.5h.01M11 3.5h.01M11 8h.01M11 12.5h.01',
} as const;

/** A small line icon for the parts of the post that are plain DOM; its button names it. */
export const blockIcon = (name: keyof typeof paths): SVGElement => {
  const space = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  icon.setAttribute('class', name === 'fold' ? 'block-icon' : 'block-icon is-dots');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', paths[name]);
  icon.append(path);
  return icon;
};

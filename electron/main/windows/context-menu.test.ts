import { expect, test, vi } from 'vitest';
import { type Clicked, contextItems } from './context-menu.ts';

const clicked: Clicked = {
  isEditable: false,
  formControlType: 'none',
  linkURL: '',
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: { canCut: false, canCopy: false, canPaste: true, canSelectAll: true },
};
const actions = {
  run: vi.fn(),
  canRun: (id: string) => id !== 'format.remove-link',
  openLink: vi.fn(),
  copyLink: vi.fn(),
  replace: vi.fn(),
  learn: vi.fn(),
};

const labels = (it: Partial<Clicked>): readonly string[] =>
  contextItems({ ...clicked, ...it }, actions).map(({ label, type, enabled }) =>
    type === 'separator' ? '—' : `${label}${enabled === false ? ' (off)' : ''}`,
  );

const editing = ['Cut (off)', 'Copy (off)', 'Paste', 'Paste plain', '—', 'Select all'];

test('nothing is offered where there is nothing to do', () => {
  expect(labels({})).toEqual([]);
});

test('words that can only be read can be copied', () => {
  expect(labels({ selectionText: 'words', editFlags: { ...clicked.editFlags, canCopy: true } })).toEqual(['Copy']);
});

test('a field offers what every field does', () => {
  expect(labels({ isEditable: true, formControlType: 'input-text' })).toEqual(editing);
});

test('the post offers its commands too, where they can run', () => {
  expect(labels({ isEditable: true })).toEqual([...editing, '—', 'Link…', 'Citation']);
});

test('a misspelled word begins with what it may be, and can be learnt', () => {
  const misspelled = { isEditable: true, formControlType: 'input-text', misspelledWord: 'ferrry' } as const;
  expect(labels({ ...misspelled, dictionarySuggestions: ['ferry', 'furry'] })).toEqual([
    'ferry',
    'furry',
    '—',
    'Add to dictionary',
    '—',
    ...editing,
  ]);
  expect(labels(misspelled).slice(0, 3)).toEqual(['No suggestions (off)', '—', 'Add to dictionary']);
  const items = contextItems({ ...clicked, ...misspelled, dictionarySuggestions: ['ferry'] }, actions);
  for (const { label, click } of items) if (label === 'ferry' || label === 'Add to dictionary') (click as () => void)();
  expect(actions.replace).toHaveBeenCalledWith('ferry');
  expect(actions.learn).toHaveBeenCalledWith('ferrry');
});

test('a link can be opened and its address copied', () => {
  expect(labels({ linkURL: 'https://courier.example/' })).toEqual(['Open link in the browser', 'Copy link address']);
  for (const { click } of contextItems({ ...clicked, linkURL: 'https://courier.example/' }, actions)) {
    (click as () => void)();
  }
  expect(actions.openLink).toHaveBeenCalledWith('https://courier.example/');
  expect(actions.copyLink).toHaveBeenCalledWith('https://courier.example/');
  expect(contextItems({ ...clicked, linkURL: 'app://rejoinder/' }, { ...actions, openLink: null })).toEqual([]);
});

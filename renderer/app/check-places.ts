import type { CheckPlace } from '../../core/checks/check.ts';
import type { Settings } from '../../core/settings.ts';
import { changeSettings } from '../bridge/queries.ts';
import { runCommand } from './commands.ts';
import { narrowQuery, useWindow } from './window-state.ts';

/** Shows a tab of the side panel, wherever that is now. */
export const showSideTab = (sideTab: Settings['sideTab']): void => {
  useWindow.setState({ focusMode: false });
  if (window.matchMedia(narrowQuery).matches) {
    useWindow.setState({ drawer: 'side' });
    void changeSettings({ sideTab });
  } else void changeSettings({ sideTab, sideOpen: true });
};

/** Leads to what a check found: into the text, to the form of a source, to a field of the post. Sheets step aside. */
export const goToCheck = (place: CheckPlace): void => {
  useWindow.setState({ sheet: null, sheetBefore: null });
  switch (place.kind) {
    case 'block':
    case 'words':
      useWindow.setState({ drawer: null });
      useWindow.getState().editor?.goToPlace(place);
      return;
    case 'sources':
      runCommand('insert.source');
      return;
    case 'source':
      showSideTab('sources');
      useWindow.setState({ askedSource: place.source });
      return;
    case 'field':
      showSideTab('post');
      useWindow.setState({ askedField: place.field });
  }
};

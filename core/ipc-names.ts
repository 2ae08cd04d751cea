/**
 * The names of the contract without its schemas, for the preload script: it runs before every window, and a validator
 * in it would only cost launch time. `core/ipc.ts` lets the compiler compare both.
 */
export const callNames = {
  posts: [
    'list',
    'open',
    'create',
    'showExample',
    'duplicate',
    'trash',
    'restore',
    'deleteForever',
    'append',
    'journal',
    'save',
    'saveFields',
    'saveSources',
    'keepVersion',
    'publications',
    'usedBefore',
  ],
  templates: ['list', 'saveFromPost', 'rename', 'duplicate', 'remove', 'undelete', 'restoreShipped'],
  recordings: ['choose', 'begin', 'take', 'finish', 'cancel'],
  media: ['choose', 'add', 'fetch', 'cancelFetch', 'get', 'cut', 'dismissSuggestion', 'discard'],
  sources: ['read', 'copied', 'cancel', 'findArchived', 'cancelArchived', 'article'],
  embeds: ['read', 'cancel', 'listed'],
  links: ['ask', 'cancel'],
  blogs: ['list', 'discover', 'startHandOff', 'cancelHandOff', 'signInWithPassword', 'refresh', 'disconnect', 'visit'],
  outbox: ['submit', 'list', 'retry', 'cancel', 'answer', 'dismiss', 'preview', 'visit'],
  printing: ['print', 'choosePdf', 'makePdf', 'showPdf'],
  settings: ['get', 'set'],
  spelling: ['use', 'answer', 'retry'],
  app: [
    'opening',
    'info',
    'openLink',
    'showDataFolder',
    'copyText',
    'copiedLink',
    'takeLink',
    'readyToClose',
    'menuState',
    'runRole',
  ],
} as const;

export const eventNames = [
  'command',
  'postsChanged',
  'templatesChanged',
  'outboxChanged',
  'blogsChanged',
  'signInEnded',
  'settingsChanged',
  'spellingChanged',
  'assistiveChanged',
  'linkArrived',
  'troubled',
  'willClose',
  'flush',
] as const;

/** The channel that carries one call between the two processes. */
export const channelOf = (group: string, name: string): string => `rejoinder:${group}.${name}`;

/** The channel that carries one event to the window. */
export const eventChannelOf = (name: string): string => `rejoinder:event.${name}`;

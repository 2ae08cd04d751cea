/** The menus of the menu bar, in their order. */
export const menus = ['file', 'edit', 'view', 'insert', 'format', 'post', 'blog', 'help'] as const;
export type MenuId = (typeof menus)[number];

/** Titles of the menus in English. */
export const menuLabels: Readonly<Record<MenuId, string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  insert: 'Insert',
  format: 'Format',
  post: 'Post',
  blog: 'Blog',
  help: 'Help',
};

/** Menus inside of the menus, each for one kind of block, with their titles in English. */
export const submenuLabels = {
  table: 'Table',
  gallery: 'Gallery',
  picture: 'Picture',
  card: 'Card, video or audio',
} as const;
export type SubmenuId = keyof typeof submenuLabels;

/** Menu items that Electron carries out by itself; the names are Electron's. */
export const menuRoles = [
  'quit',
  'cut',
  'copy',
  'paste',
  'pasteAndMatchStyle',
  'selectAll',
  'togglefullscreen',
  'about',
] as const;
export type MenuRole = (typeof menuRoles)[number];

/**
 * One thing a person can ask for: the entry that feeds menu, toolbar, palette and shortcuts sheet. The table itself is
 * `core/commands/table.ts`; what a command does is registered in the window (`renderer/app/commands.ts`).
 */
export type Command = {
  /** `group.verb`, stable: remappings and tests name it. */
  readonly id: string;
  /** What menu, tooltip and shortcuts sheet say, in English and sentence case; "…" when it asks something first. */
  readonly label: string;
  readonly menu: MenuId;
  /** Items of one menu with the same section stand together between separators. */
  readonly section: number;
  /** The menu inside of that menu, where it stands in one; its items follow one another in the table. */
  readonly submenu?: SubmenuId;
  /** Accelerators in Electron's notation, the first shown; `other` is Windows and Linux. */
  readonly keys: { readonly other: readonly string[]; readonly mac: readonly string[] };
  /**
   * What must hold for it to run; a disabled command says why.
   * `post`: a post is open. `editor`: that post can be edited. `selection`: and words of it are selected.
   */
  readonly needs: 'nothing' | 'post' | 'editor' | 'selection';
  /** Its keys work only while the caret is in the post: a text field elsewhere keeps Ctrl+Z and Ctrl+B for itself. */
  readonly editorKeys?: true;
  /** Carried out by Electron (and by a plain browser) instead of the window. */
  readonly role?: MenuRole;
  /**
   * Other words, in lower case, that find it in the slash menu. What has them is offered there, and so is every command of
   * the Insert menu that edits.
   */
  readonly slash?: readonly string[];
  /** Shows a tick in the menu. */
  readonly toggles?: true;
};

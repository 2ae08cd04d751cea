/** The menus of the menu bar, in their order. */
export const menus = ['file', 'edit', 'view', 'insert', 'format', 'post', 'blog', 'help'] as const;
export type MenuId = (typeof menus)[number];

/**
 * One thing a person can ask for: the entry that feeds menu, toolbar and shortcuts. The table itself is
 * `core/commands/table.ts`; what a command does is registered in the window (`renderer/app/commands.ts`).
 */
export type Command = {
  /** `group.verb`, stable: remappings and tests name it. */
  readonly id: string;
  /** Key of its label in `renderer/i18n`; English label for the native menu, which is built in the main process. */
  readonly label: string;
  readonly menu: MenuId;
  /** Items of one menu with the same section stand together between separators. */
  readonly section: number;
  /** Accelerators in Electron's notation, the first shown; `mac` differs where the plan says so. */
  readonly keys: { readonly other: readonly string[]; readonly mac: readonly string[] };
  /** What must hold for it to run; a disabled command says why. */
  readonly needs: 'nothing' | 'post' | 'editor' | 'selection';
  /** Handled by Electron itself (`role`) instead of the window, e.g. `quit`, `copy`. */
  readonly role?: string;
  /** Shows a tick in the menu. */
  readonly toggles?: boolean;
};

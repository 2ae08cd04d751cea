import { useCommand } from '../../app/commands.ts';
import type { EditorContext } from '../editor-context.ts';

type Props = { readonly context: EditorContext; readonly readOnly: boolean };

const ReplaceCommand = ({ ask }: { readonly ask: (replacing: boolean) => void }) => {
  useCommand('edit.replace', () => ask(true));
  return null;
};

/** Opens the find bar, which then says what "next" and "previous" do. Finding works in posts that are only read, too. */
export const FindCommands = ({ context, readOnly }: Props) => {
  const ask = (replacing: boolean): void => {
    const { finding } = context.ui.getState();
    context.ui.setState({ finding: { replacing, times: (finding?.times ?? 0) + 1 } });
  };
  useCommand('edit.find', () => ask(context.ui.getState().finding?.replacing ?? false));
  useCommand('edit.find-next', () => ask(false));
  useCommand('edit.find-previous', () => ask(false));
  return readOnly ? null : <ReplaceCommand ask={ask} />;
};

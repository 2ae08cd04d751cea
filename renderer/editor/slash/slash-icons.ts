import {
  Clapperboard,
  CodeXml,
  Heading,
  Heading2,
  Heading3,
  Heading4,
  Image,
  ImageDown,
  Images,
  Link2,
  List,
  ListOrdered,
  Minus,
  PanelTop,
  Plus,
  Quote,
  SquareCode,
  SquarePlay,
  StickyNote,
  Superscript,
  TextQuote,
  UnfoldVertical,
} from 'lucide-react';
import type { CommandId } from '../../../core/commands/table.ts';
import type { Icon } from '../../ui/button.tsx';

const icons: Partial<Readonly<Record<CommandId, Icon>>> = {
  'insert.picture': Image,
  'insert.picture-address': ImageDown,
  'insert.gallery': Images,
  'insert.video': SquarePlay,
  'insert.recording': Clapperboard,
  'insert.quotation': TextQuote,
  'insert.citation': Link2,
  'insert.footnote': Superscript,
  'insert.divider': Minus,
  'insert.pull-quote': Quote,
  'insert.aside': StickyNote,
  'insert.code-block': SquareCode,
  'insert.read-more': UnfoldVertical,
  'insert.html': CodeXml,
  'section.add': PanelTop,
  'section.heading': Heading,
  'format.heading-2': Heading2,
  'format.heading-3': Heading3,
  'format.heading-4': Heading4,
  'format.bulleted-list': List,
  'format.numbered-list': ListOrdered,
};

/** The icon of a command in the slash menu; a plus for those that have none of their own. */
export const slashIcon = (id: CommandId): Icon => icons[id] ?? Plus;

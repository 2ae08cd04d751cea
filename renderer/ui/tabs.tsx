import { Tabs as Primitive } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

type Tab<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** Shown behind the label in small. */
  readonly count?: number;
  readonly panel: ReactNode;
};

type Props<Id extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
};

/** Tabs over panels; arrow keys move between the tabs. */
export const Tabs = <Id extends string>({ label, tabs, selected, onSelect }: Props<Id>) => (
  <Primitive.Root className={styles.root} value={selected} onValueChange={(id: Id) => onSelect(id)}>
    <Primitive.List className={styles.list} aria-label={label} activateOnFocus>
      {tabs.map((tab) => (
        <Primitive.Tab key={tab.id} value={tab.id} className={styles.tab}>
          {tab.label}
          {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
        </Primitive.Tab>
      ))}
    </Primitive.List>
    {tabs.map((tab) => (
      <Primitive.Panel key={tab.id} value={tab.id} className={styles.panel}>
        {tab.panel}
      </Primitive.Panel>
    ))}
  </Primitive.Root>
);

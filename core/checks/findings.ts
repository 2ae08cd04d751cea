import type { Override } from '../document/post.ts';
import type { CheckedPost, CheckLevel, CheckRule, RuleFinding } from './check.ts';
import { checkRules } from './rules.ts';

/** One thing that is missing or worth a look, and where. */
export type Finding = RuleFinding & { readonly check: string; readonly level: CheckLevel };

/** What the rules find in a post, musts before shoulds. Takes as long as a post is long: for when typing rests. */
export const findingsOf = (post: CheckedPost, rules: readonly CheckRule[] = checkRules): readonly Finding[] => {
  const all = rules.flatMap(({ id, level, find }) => find(post).map((found) => ({ ...found, check: id, level })));
  return [...all.filter(({ level }) => level === 'must'), ...all.filter(({ level }) => level === 'should')];
};

/** The writer's reason to leave something as it is; undefined where none was given. */
export const overrideOf = (
  { check, about }: Pick<Finding, 'check' | 'about'>,
  overrides: readonly Override[],
): Override | undefined => overrides.find((given) => given.check === check && given.about === about);

/** What still has to be done before the post goes out: musts without a reason. */
export const openMusts = (findings: readonly Finding[], overrides: readonly Override[]): readonly Finding[] =>
  findings.filter((finding) => finding.level === 'must' && !overrideOf(finding, overrides));

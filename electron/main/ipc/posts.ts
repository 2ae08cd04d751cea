import type { PostId } from '../../../core/document/post.ts';
import type { Result } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import { systemLanguage } from '../settings/system-language.ts';
import { newPost } from '../templates/new-post.ts';
import type { HandlersOf } from './handlers.ts';

/** Posts: the library does the work; the rest of the app hears of what changed in its list. */
export const postHandlers = (services: Services, exampleMade: Promise<void>): HandlersOf<'posts'> => {
  const { library, announce, settings, shippedPosts, templates, outbox } = services;
  const { posts, publications } = library;
  const told = async <T>(answer: Promise<Result<T>>, id: PostId | null): Promise<Result<T>> => {
    const result = await answer;
    if (result.ok) announce('postsChanged', { id });
    return result;
  };
  /** Jobs that froze an earlier state of the post are to say so. */
  const edited = async <T>(answer: Promise<Result<T>>, id: PostId): Promise<Result<T>> => {
    const result = await told(answer, id);
    if (result.ok) await outbox.postChanged(id);
    return result;
  };
  return {
    list: async (input) => {
      await exampleMade;
      return posts.list(input);
    },
    open: (input) => posts.open(input),
    create: async ({ template }) => {
      const { commentLabel, writingLanguage } = settings.get();
      const post = await newPost(templates, template, { commentLabel, language: writingLanguage || systemLanguage() });
      return post.ok ? told(posts.create(post.value), null) : post;
    },
    showExample: async () => {
      const example = await shippedPosts.example();
      return example.ok ? told(posts.showExample(example.value), null) : example;
    },
    duplicate: (input) => told(posts.duplicate(input), null),
    trash: (input) => told(posts.trash(input), input.id),
    restore: (input) => told(posts.restore(input), input.id),
    deleteForever: (input) => told(posts.deleteForever(input), input.id),
    append: (input) => posts.append(input),
    journal: (input) => posts.journal(input),
    save: (input) => edited(posts.save(input), input.id),
    saveFields: (input) => edited(posts.saveFields(input), input.id),
    saveSources: (input) => edited(posts.saveSources(input), input.id),
    keepVersion: (input) => posts.keepVersion(input),
    publications: (input) => publications.list(input),
    usedBefore: (input) => posts.usedBefore(input),
  };
};

import { day, escaped, jsonLd, meta, page, paragraphs, property, type Shape, surroundings } from './page-parts.ts';

/** Squarespace: the site's name behind every title, microdata in the head, pictures that a script loads. */
const squarespace: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} &mdash; ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}${path}">
${property('og:site_name', story.publisher)}${property('og:title', `${story.title} — ${story.publisher}`)}${property('og:image', `${origin}/content/v1/lead.jpg?format=1500w`)}
<meta itemprop="headline" content="${escaped(story.title)}"><meta itemprop="datePublished" content="${story.published.replace(/:(\d\d)$/, '$1')}"><meta itemprop="author" content="${escaped(story.authors.join(', '))}">
${jsonLd({ '@context': 'http://schema.org', '@type': 'WebSite', name: story.publisher, url: origin })}${jsonLd({ '@context': 'http://schema.org', '@type': 'Article', headline: `${story.title} — ${story.publisher}`, datePublished: story.published.replace(/:(\d\d)$/, '$1'), author: story.authors.join(', '), publisher: { '@type': 'Organization', name: story.publisher } })}`,
    `<div id="siteWrapper" class="clearfix site-wrapper"><header id="header"><a href="/">${escaped(story.publisher)}</a></header><main id="page"><article class="blog-item-wrapper h-entry"><h1 class="entry-title" data-content-field="title">${escaped(story.title)}</h1>
<div class="blog-item-content e-content"><div class="sqs-block image-block"><figure class="sqs-block-image-figure"><img data-src="${origin}/content/v1/lead.jpg" alt=""><figcaption class="image-caption-wrapper"><div class="image-caption"><p>${escaped(story.caption)} Photo: ${escaped(story.credit)}</p></div></figcaption></figure></div><div class="sqs-block html-block"><div class="sqs-html-content">${paragraphs(story)}</div></div></div></article></main>${surroundings.bottom}</div>`,
  );

/** Wix: elements told apart by hooks and not by classes, every line in spans. */
const wix: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)}</title><link rel="canonical" href="${origin}${path}">${property('og:title', story.title)}${property('og:site_name', story.publisher)}${property('og:type', 'article')}${property('article:published_time', story.published)}${meta('generator', 'Wix.com Website Builder')}
${jsonLd({ '@context': 'https://schema.org/', '@type': 'BlogPosting', headline: story.title, datePublished: story.published, author: { '@type': 'Person', name: story.authors.join(', ') }, publisher: { '@type': 'Organization', name: story.publisher }, mainEntityOfPage: { '@type': 'WebPage', '@id': `${origin}${path}` } })}`,
    `<div id="SITE_CONTAINER"><header><nav><a href="/">${escaped(story.publisher)}</a></nav></header><main><div class="TPASection_k1"><article class="x9Yf"><h1 data-hook="post-title" class="a1B"><span>${escaped(story.title)}</span></h1><section data-hook="post-description"><div data-id="content-viewer">${story.paragraphs.map((text, index) => `<div type="paragraph" data-hook="rcv-block${index}"></div><p class="q7Zz" id="viewer-${index}"><span><span>${escaped(text)}</span></span></p>`).join('')}</div></section></article></div></main>${surroundings.bottom}</div>`,
  );

/** Joomla: microdata in the article, its facts in a list, no canonical address. */
const joomla: Shape = (story, { origin }) =>
  page(
    story.language,
    `<title>${escaped(story.publisher)} - ${escaped(story.title)}</title>${meta('author', story.authors.join(', '))}${meta('generator', 'Joomla! - Open Source Content Management')}`,
    `${surroundings.top}<div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="${story.language}"><div class="page-header"><h1 itemprop="headline">${escaped(story.title)}</h1></div>
<dl class="article-info text-muted"><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by: <span itemprop="name">${escaped(story.authors.join(', '))}</span></dd><dd class="published"><time datetime="${story.published}" itemprop="datePublished">Published: some day</time></dd><dd class="modified"><time datetime="2027-01-01T00:00:00+00:00" itemprop="dateModified">Last updated: later</time></dd><dd class="hits">Hits: 4711</dd></dl>
<figure class="left item-image"><img src="${origin}/images/lead.jpg" alt="" width="640" height="400" itemprop="image"><figcaption class="caption">${escaped(story.caption)} Foto: ${escaped(story.credit)}</figcaption></figure><div itemprop="articleBody" class="com-content-article__body">${paragraphs(story)}</div></div>${surroundings.bottom}`,
  );

/** The system that many newspapers share: its data in a script beside JSON-LD, photographers in brackets. */
const arc: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} - ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}${path}/">${property('og:site_name', story.publisher)}${property('og:title', story.title)}${property('og:image', `${origin}/resizer/v2/lead.jpg?auth=0&width=1200`)}
${jsonLd({ '@context': 'http://schema.org', '@type': 'NewsArticle', headline: story.title, datePublished: story.published, dateModified: '2027-01-01T00:00:00Z', isAccessibleForFree: true, author: story.authors.map((name) => ({ '@type': 'Person', name })), publisher: { '@type': 'NewsMediaOrganization', name: story.publisher }, image: [`${origin}/resizer/v2/lead.jpg?auth=0&width=1200`] })}
<script id="fusion-metadata">window.Fusion={};Fusion.globalContent={"headlines":{"basic":"Not this one"}};</script>`,
    `<div id="fusion-app">${surroundings.top}<main><div class="b-headline"><h1 class="b-headline__text">${escaped(story.title)}</h1></div><div class="b-byline">By <span class="b-byline__names">${escaped(story.authors.join(' and '))}</span></div><figure class="b-lead-art"><img src="${origin}/resizer/v2/lead.jpg?auth=0&amp;width=800" alt=""><figcaption class="c-media-item__fig-caption"><span class="c-media-item__caption">${escaped(story.caption)}</span> (<span class="photographer">${escaped(story.credit)}</span>)</figcaption></figure>
<article class="b-article-body">${story.paragraphs.map((text, index) => `<p class="c-paragraph">${escaped(text)}</p>${index === 1 ? surroundings.advertisement : ''}`).join('')}</article></main>${surroundings.bottom}</div>`,
  );

/** A forum: the first post is the article, what follows are answers. */
const forum: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} - Town talk - ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}${path}">${property('og:site_name', story.publisher)}${property('og:title', story.title)}${property('article:published_time', story.published)}
${jsonLd({ '@context': 'https://schema.org', '@type': 'DiscussionForumPosting', headline: story.title, datePublished: story.published, author: { '@type': 'Person', name: story.authors[0] }, url: `${origin}${path}` })}`,
    `<header><a href="/">${escaped(story.publisher)}</a></header><div id="main-outlet"><h1><a href="${path}">${escaped(story.title)}</a></h1><div id="post_1" class="topic-body crawler-post"><div class="crawler-post-meta"><a href="/u/someone">${escaped(story.authors[0] ?? '')}</a> <time datetime="${story.published}" class="post-time">some day</time></div><div class="post" itemprop="text">${paragraphs(story)}</div></div>
<div id="post_2" class="topic-body crawler-post comment" itemprop="comment"><div class="post"><p>First commenter: I have never agreed with anything so much.</p></div></div></div>${surroundings.bottom}`,
  );

/** A government's page about a document: a summary, and the document as a file. */
const landing: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} | ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}${path}">${meta('DCTERMS.title', story.title)}${meta('DCTERMS.creator', story.authors.join('; '))}${meta('DCTERMS.issued', day(story))}${meta('DCTERMS.publisher', story.publisher)}`,
    `${surroundings.top}<main id="content"><div class="publication"><h1>${escaped(story.title)}</h1><section class="documents"><div class="attachment"><h2><a href="${origin}/media/report.pdf">Full report</a></h2><p class="metadata"><span class="type">PDF</span>, <span class="file-size">1.2 MB</span>, <span class="page-length">48 pages</span></p></div></section><section class="summary"><h2>Summary</h2>${paragraphs(story)}</section></div></main>${surroundings.bottom}`,
  );

/** Shapes of builders, systems and kinds of sites. */
export const siteShapes = { squarespace, wix, joomla, arc, forum, landing };

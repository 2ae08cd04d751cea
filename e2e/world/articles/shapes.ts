import {
  day,
  escaped,
  jsonLd,
  locale,
  meta,
  page,
  paragraphs,
  property,
  type Shape,
  surroundings,
} from './page-parts.ts';
import { siteShapes } from './site-shapes.ts';

/** WordPress with an SEO plugin: one graph whose parts name each other. */
const wordpressGraph: Shape = (story, { origin, path }) => {
  const address = `${origin}${path}`;
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        '@id': `${address}#article`,
        headline: story.title,
        author: story.authors.map((_, index) => ({ '@id': `${origin}/#/schema/person/${index}` })),
        datePublished: story.published,
        dateModified: '2027-01-01T00:00:00+00:00',
        publisher: { '@id': `${origin}/#organization` },
        inLanguage: story.language,
        mainEntityOfPage: { '@id': address },
      },
      { '@type': 'WebPage', '@id': address, url: address, name: `${story.title} - ${story.publisher}` },
      { '@type': 'WebSite', '@id': `${origin}/#website`, name: story.publisher },
      { '@type': 'Organization', '@id': `${origin}/#organization`, name: story.publisher },
      ...story.authors.map((name, index) => ({ '@type': 'Person', '@id': `${origin}/#/schema/person/${index}`, name })),
    ],
  };
  return page(
    story.language,
    `<title>${escaped(story.title)} - ${escaped(story.publisher)}</title>
<link rel="canonical" href="${address}">
${property('og:title', `${story.title} - ${story.publisher}`)}${property('og:site_name', story.publisher)}
${property('og:image', `${origin}/wp-content/uploads/lead-1024x683.jpg`)}
${meta('generator', 'WordPress 7.1')}
${jsonLd(graph)}`,
    `${surroundings.top}
<main><article class="post hentry"><h1 class="entry-title">${escaped(story.title)}</h1>
<div class="entry-content"><figure class="wp-block-image"><img src="${origin}/wp-content/uploads/lead.jpg" width="1024" height="683" alt=""><figcaption>${escaped(story.caption)} <span class="credit">Photo: ${escaped(story.credit)}</span></figcaption></figure>
${paragraphs(story)}
${surroundings.advertisement}</div></article></main>${surroundings.bottom}`,
  );
};

/** WordPress without plugins: what it says stands in the page itself. */
const wordpressPlain: Shape = (story, { origin }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} &#8211; ${escaped(story.publisher)}</title>${meta('generator', 'WordPress 7.0')}`,
    `${surroundings.top}<div id="primary"><main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">${escaped(story.title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="${story.published}">some day</time><time class="updated" datetime="2027-02-02T00:00:00+00:00">later</time>
${story.authors.map((name) => `<span class="author vcard"><a class="url fn n" rel="author" href="${origin}/author/x">${escaped(name)}</a></span>`).join(', ')}</div></header>
<div class="entry-content"><div class="wp-caption alignnone"><img src="${origin}/wp-content/uploads/lead.jpg" alt="" width="800" height="500"><p class="wp-caption-text">${escaped(story.caption)} Photo: ${escaped(story.credit)}</p></div>
${paragraphs(story)}</div></article></main></div>${surroundings.bottom}`,
  );

/** Ghost: everything twice, in Open Graph and in JSON-LD. */
const ghost: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)}</title><link rel="canonical" href="${origin}${path}">
${property('og:site_name', story.publisher)}${property('og:type', 'article')}${property('og:title', story.title)}${property('article:published_time', story.published)}
${property('og:image', `${origin}/content/images/lead.jpg`)}${meta('twitter:label1', 'Written by')}${meta('twitter:data1', story.authors.join(', '))}${meta('generator', 'Ghost 6.2')}
${jsonLd({ '@context': 'https://schema.org', '@type': 'Article', publisher: { '@type': 'Organization', name: story.publisher }, author: story.authors.map((name) => ({ '@type': 'Person', name, url: `${origin}/author/x/` })), headline: escaped(story.title), url: `${origin}${path}`, datePublished: story.published, image: { '@type': 'ImageObject', url: `${origin}/content/images/lead.jpg`, width: 1200, height: 800 } })}`,
    `<div class="site"><header class="gh-head"><a href="/">Home</a></header><main><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title">${escaped(story.title)}</h1></header>
<figure class="gh-article-image"><img src="/content/images/lead.jpg" width="1200" height="800" alt=""><figcaption>${escaped(story.caption)} (Photo: ${escaped(story.credit)})</figcaption></figure>
<section class="gh-content">${paragraphs(story)}<div class="kg-card kg-signup-card"><p>Sign up for our newsletter and never miss a story.</p></div></section></article></main>${surroundings.bottom}</div>`,
  );

/** A newsletter: the post between two invitations to subscribe. */
const newsletter: Shape = (story, { origin, path }) =>
  page(
    'en',
    `<title>${escaped(story.title)} - by ${escaped(story.authors.join(' and '))}</title><link rel="canonical" href="${origin}${path}">
${property('og:title', story.title)}${meta('author', story.authors.join(' and '))}${property('og:site_name', story.publisher)}
${jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: story.title, datePublished: story.published, isAccessibleForFree: true, inLanguage: story.language, author: story.authors.map((name) => ({ '@type': 'Person', name })), publisher: { '@type': 'Organization', name: story.publisher }, image: [{ '@type': 'ImageObject', url: `${origin}/image/lead.jpg`, caption: story.caption, creditText: story.credit }] })}`,
    `<div id="main"><div class="main-menu"><a href="/">${escaped(story.publisher)}</a><button>Subscribe</button><button>Sign in</button></div><div class="single-post"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title published">${escaped(story.title)}</h1></div>
<div class="available-content"><div class="body markup">${paragraphs(story)}</div></div><div class="subscription-widget-wrap"><p>Thanks for reading! Subscribe for free to receive new posts.</p></div></article></div></div>`,
  );

/** Blogger: microdata, the date in a title, and the blog's name before the post's in the title. */
const blogger: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.publisher)}: ${escaped(story.title)}</title><meta content="blogger" name="generator"><link rel="canonical" href="${origin}${path}"><meta content="${escaped(story.title)}" property="og:title"><meta content="${escaped(story.publisher)}" property="og:site_name"><meta content="${origin}/s1600/lead.jpg" property="og:image">`,
    `<div class="header-outer"><h1 class="title"><a href="/">${escaped(story.publisher)}</a></h1></div><div class="main"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>a day in that year</span></h2><div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title" itemprop="name">${escaped(story.title)}</h3>
<div class="post-body entry-content" itemprop="description articleBody"><table class="tr-caption-container"><tbody><tr><td><img src="${origin}/s1600/lead.jpg" width="640" height="400"></td></tr><tr><td class="tr-caption">${escaped(story.caption)}</td></tr></tbody></table>${story.paragraphs.map((text) => `<div style="text-align: justify;">${escaped(text)}</div><br />`).join('\n')}</div>
<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn" itemprop="author">${escaped(story.authors.join(', '))}</span></span> at <a class="timestamp-link" href="${origin}${path}" rel="bookmark"><abbr class="published" itemprop="datePublished" title="${story.published}">some time</abbr></a></div></div></div></div></div>${surroundings.bottom}`,
  );

/** Drupal with Dublin Core. */
const drupal: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} | ${escaped(story.publisher)}</title><link rel="canonical" href="${path}">${meta('Generator', 'Drupal 12')}
${meta('dcterms.title', story.title)}${meta('dcterms.creator', story.authors.join('; '))}${meta('dcterms.date', story.published)}${meta('dcterms.publisher', story.publisher)}${meta('dcterms.language', story.language)}`,
    `${surroundings.top}<div class="region region-content"><article class="node node--type-article"><h1>${escaped(story.title)}</h1><div class="node__content"><div class="field field--name-field-image"><figure><img src="${origin}/sites/default/files/lead.jpg" width="900" height="600" alt=""><figcaption>${escaped(story.caption)} <em class="field-copyright copyright">${escaped(story.credit)}</em></figcaption></figure></div><div class="clearfix text-formatted field field--name-body">${paragraphs(story)}</div></div></article></div>${surroundings.bottom}`,
  );

/** A newspaper's own system: JSON-LD with the picture's credit, and much around the article. */
const newspaper: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} | ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}${path}">${property('og:locale', locale(story.language))}${property('og:title', story.title)}
${jsonLd([
  {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', position: 1, name: 'News' }],
  },
  {
    '@context': 'https://schema.org',
    '@type': ['NewsArticle'],
    headline: story.title,
    datePublished: story.published,
    dateModified: '2027-01-01T00:00:00Z',
    author: story.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: story.publisher,
      logo: { '@type': 'ImageObject', url: `${origin}/logo.png` },
    },
    image: [
      { '@type': 'ImageObject', url: `${origin}/pictures/lead.jpg`, creditText: story.credit, caption: story.caption },
    ],
  },
])}`,
    `${surroundings.top}<main><article><header><h1>${escaped(story.title)}</h1><p class="byline">By ${escaped(story.authors.join(' and '))}</p></header><div class="article-body">${story.paragraphs.map((text, index) => `<p>${escaped(text)}</p>${index === 0 ? surroundings.advertisement : ''}`).join('\n')}</div></article></main>${surroundings.bottom}`,
  );

/** The AMP edition: its own address is not the article's. */
const amp: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)}</title><link rel="canonical" href="${origin}${path.replace(/\/amp$/, '')}"><style amp-boilerplate>body{visibility:hidden}</style>
${jsonLd({ '@context': 'http://schema.org', '@type': 'NewsArticle', mainEntityOfPage: `${origin}${path.replace(/\/amp$/, '')}`, headline: story.title, datePublished: story.published, author: { '@type': 'Person', name: story.authors[0] }, publisher: { '@type': 'Organization', name: story.publisher }, image: { '@type': 'ImageObject', url: `${origin}/pictures/lead.jpg` } })}`,
    `<header><a href="/">${escaped(story.publisher)}</a></header><article><h1>${escaped(story.title)}</h1><figure><amp-img src="${origin}/pictures/lead.jpg" width="1200" height="800" layout="responsive"></amp-img><figcaption>${escaped(story.caption)} <span class="amp-credit credit">${escaped(story.credit)}</span></figcaption></figure>${paragraphs(story)}<amp-ad width="300" height="250" type="x"></amp-ad></article><footer><p>Copyright, imprint and terms of use.</p></footer>`,
    ' amp',
  );

/** A repository of papers: citation_ tags, family names first. */
const repository: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>[2512.01234] ${escaped(story.title)}</title>${meta('citation_title', story.title)}
${story.authors.map((name) => meta('citation_author', `${name.split(' ').slice(1).join(' ')}, ${name.split(' ')[0]}`)).join('')}${meta('citation_date', day(story).replaceAll('-', '/'))}${meta('citation_journal_title', story.publisher)}${meta('citation_pdf_url', `${origin}/pdf/2512.01234`)}<link rel="canonical" href="${origin}${path}">`,
    `<div class="flex-wrap-footer"><header><a href="/">Repository</a><form><input type="text" name="q"></form></header><main><div id="content"><div id="abs"><h1 class="title mathjax"><span class="descriptor">Title:</span>${escaped(story.title)}</h1><div class="authors">${story.authors.map((name) => `<a href="/a">${escaped(name)}</a>`).join(', ')}</div><blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>${escaped(story.paragraphs.join(' '))}</blockquote></div></div></main><footer><a href="/help">Help</a></footer></div>`,
  );

/** A platform whose class names say nothing. */
const platform: Shape = (story, { origin, path }) =>
  page(
    'en',
    `<title data-rh="true">${escaped(story.title)} | by ${escaped(story.authors.join(', '))} | ${escaped(story.publisher)}</title><meta data-rh="true" property="og:title" content="${escaped(story.title)}"><meta data-rh="true" property="og:site_name" content="${escaped(story.publisher)}"><meta data-rh="true" property="article:author" content="${origin}/@someone"><meta data-rh="true" name="author" content="${escaped(story.authors.join(', '))}"><meta data-rh="true" property="article:published_time" content="${story.published}"><link data-rh="true" rel="canonical" href="${origin}${path}">`,
    `<div id="root"><div class="a b c"><div class="d e"><a href="/">Open in app</a><button>Sign up</button></div><article class="fj fk"><div class="l"><section><div class="fr fs"><h1 class="pw-post-title ft fu">${escaped(story.title)}</h1><figure class="iy iz"><img alt="" class="ja" width="700" height="467" src="/max/700/lead.jpg"><figcaption class="jb">${escaped(story.caption)}</figcaption></figure>${story.paragraphs.map((text, index) => `<p id="${index}f" class="pw-post-body-paragraph jc jd">${escaped(text)}</p>`).join('')}</div></section></div></article></div></div>`,
  );

/** A page that is also a script's data, with styles in between. */
const framework: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<meta charset="utf-8"><title>${escaped(story.title)} · ${escaped(story.publisher)}</title>${property('og:site_name', story.publisher)}${property('og:url', `${origin}${path}`)}${meta('author', story.authors.join(', '))}${meta('date', story.published)}`,
    `<div id="__next"><style data-emotion="css">.css-1{color:red}</style><div class="css-1x"><div class="css-nav"><a href="/">Home</a></div><main class="css-2y"><h1 class="css-3z">${escaped(story.title)}</h1><div class="css-4w">${paragraphs(story)}</div></main></div></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { title: 'Not this one', body: 'Nor these words' } })}</script><noscript><p title="</noscript><img src=x onerror=alert(1)>">You need JavaScript</p></noscript>`,
  );

/** A personal page with microformats. */
const microformats: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.title)} — ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}${path}">`,
    `<nav><a href="/">me</a></nav><article class="h-entry"><h1 class="p-name">${escaped(story.title)}</h1><p><a class="p-author h-card" href="/">${escaped(story.authors[0] ?? '')}</a>, <time class="dt-published" datetime="${story.published}">that day</time></p><div class="e-content">${paragraphs(story)}</div></article>`,
  );

/** Microdata in the page's own markup. */
const microdata: Shape = (story, { origin, path }) =>
  page(
    story.language,
    `<title>${escaped(story.publisher)} | ${escaped(story.title)}</title><link href="${origin}${path}" rel="canonical">`,
    `${surroundings.top}<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="headline" content="${escaped(story.title)}"><meta itemprop="datePublished" content="${story.published}"><div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="${escaped(story.publisher)}"></div><h1>${escaped(story.title)}</h1>${story.authors.map((name) => `<span itemprop="author">${escaped(name)}</span>`).join(', ')}<figure><img src="${origin}/lead.jpg" width="600" height="400" alt=""><figcaption>${escaped(story.caption)} <span class="photographer">${escaped(story.credit)}</span></figcaption></figure><div itemprop="articleBody">${paragraphs(story)}</div></div>${surroundings.bottom}`,
  );

/** A template full of mistakes: JSON that is none, the front page as canonical address, names escaped twice. */
const careless: Shape = (story, { origin }) =>
  page(
    'xx-invalid-language-tag-that-is-much-too-long',
    `<title>${escaped(story.title)} | ${escaped(story.publisher)}</title><link rel="canonical" href="${origin}/">${property('og:site_name', story.publisher)}${property('og:title', escaped(escaped(story.title)))}${property('og:locale', locale(story.language))}${property('og:image', 'javascript:alert(1)')}${meta('author', 'admin')}${property('article:author', 'https://social.example/courier')}
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "author": {"name": "${story.authors[0]}",}, "datePublished": "${story.published}",
 "description": "two
lines",}</script><script type="application/ld+json">{{ not json }}</script>`,
    `<div class=wrap><h1>${escaped(story.title)}</h1><div class=content>${story.paragraphs.map((text) => `<p>${escaped(text)}`).join('\n')}</div></div><p>Copyright, imprint and terms of use.`,
  );

/** A page of the nineties: tables, fonts, no metadata at all. */
const tables: Shape = (story) =>
  `<HTML><HEAD><TITLE>${escaped(story.publisher)} - ${escaped(story.title)}</TITLE></HEAD><BODY BGCOLOR="#ffffff"><TABLE WIDTH="100%"><TR><TD WIDTH="150" VALIGN="top"><FONT SIZE="2"><A HREF="/">Home</A><BR><A HREF="/guest">Guestbook</A></FONT></TD><TD VALIGN="top"><H1>${escaped(story.title)}</H1>${story.paragraphs.map((text) => `<P><FONT FACE="Times">${escaped(text)}</FONT></P>`).join('')}</TD></TR></TABLE></BODY></HTML>`;

/** Every shape by its name. */
export const shapes = {
  wordpressGraph,
  wordpressPlain,
  ghost,
  newsletter,
  blogger,
  drupal,
  newspaper,
  amp,
  repository,
  platform,
  framework,
  microformats,
  microdata,
  careless,
  tables,
  ...siteShapes,
};

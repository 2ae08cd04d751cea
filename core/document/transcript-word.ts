/** The heading of a transcript, by language; English where nobody knows another. */
const words: Readonly<Record<string, string>> = {
  ar: 'النص المكتوب',
  bg: 'Препис',
  ca: 'Transcripció',
  cs: 'Přepis',
  da: 'Udskrift',
  de: 'Transkript',
  el: 'Απομαγνητοφώνηση',
  es: 'Transcripción',
  fi: 'Tekstivastine',
  fr: 'Transcription',
  he: 'תמליל',
  hu: 'Leirat',
  it: 'Trascrizione',
  ja: '文字起こし',
  ko: '녹취록',
  nb: 'Transkripsjon',
  nl: 'Transcript',
  nn: 'Transkripsjon',
  no: 'Transkripsjon',
  pl: 'Transkrypcja',
  pt: 'Transcrição',
  ro: 'Transcriere',
  ru: 'Расшифровка',
  sv: 'Transkription',
  tr: 'Transkript',
  uk: 'Розшифрування',
  zh: '文字记录',
};

/** What stands above the transcript of a video or audio file in a post in this language (BCP 47; empty: nobody said). */
export const transcriptWord = (language: string): string =>
  words[language.split('-', 1)[0]?.toLowerCase() ?? ''] ?? 'Transcript';

import { newSource, type Source } from '../../sources/source.ts';

/** Sources that fixtures and generated documents refer to: two whole ones, one without an address, one hostile. */
export const testSources: readonly Source[] = [
  newSource({
    id: '00000000-0000-4000-8000-000000000001',
    url: 'https://harbour-courier.example/port',
    title: 'Port and crane operators agree to sixty days of talks',
    publisher: 'Harbour Courier',
  }),
  newSource({
    id: '00000000-0000-4000-8000-000000000002',
    url: 'https://www.coast-radio.example/operators?a=1&b="2"',
    title: 'Operators: “Nothing has been won”',
    publisher: '',
  }),
  newSource({ id: '00000000-0000-4000-8000-000000000003', url: '', title: 'A leaflet', publisher: 'The Council' }),
  newSource({
    id: '00000000-0000-4000-8000-000000000004',
    url: 'javascript:alert(1)',
    title: '<b>x</b>',
    publisher: '',
  }),
];

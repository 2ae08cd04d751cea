/** An article as a reader would describe it: what is to be found out about every page that shows it. Our own inventions. */
export type Story = {
  readonly title: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  /** ISO 8601, with an offset. */
  readonly published: string;
  readonly language: string;
  readonly caption: string;
  readonly credit: string;
  readonly paragraphs: readonly string[];
};

export const stories = {
  ferries: {
    title: 'Ferries to run at night from June',
    publisher: 'Harbour Courier',
    authors: ['Anna Weir'],
    published: '2026-05-14T08:30:00+01:00',
    language: 'en-GB',
    caption: 'The night boat at the inner quay.',
    credit: 'Colm Mole',
    paragraphs: [
      'The ferries across the bay will run through the night from the first of June, the harbour council decided on Thursday after sixty days of talks with the crews and with the people who live beside the landing stage.',
      'Two boats will leave the inner quay every forty minutes between eleven in the evening and five in the morning. Until now the last crossing left at half past ten, and whoever missed it had to take the road around the bay.',
      '“Nobody should have to choose between a night shift and a way home,” said the council’s spokeswoman. She added that the fare would stay the same for a year, whatever the price of fuel did.',
      'The crews had asked for a second engineer on every boat after midnight. The council agreed to that for the winter months only, which the union called a beginning and not the end of the matter.',
    ],
  },
  library: {
    title: 'The library that lends out silence & umbrellas',
    publisher: 'Slow Letters',
    authors: ['Ivo Brandt', 'Mira Okafor'],
    published: '2026-03-02T17:05:00-05:00',
    language: 'en-US',
    caption: 'The reading room before it opens.',
    credit: 'Lena Park',
    paragraphs: [
      'On the fourth floor of the old customs house there is a room in which nobody has spoken for eleven years. It has a door of felt, a clock without a tick, and a waiting list that is longer than that of any book in the building.',
      'The librarians did not plan it. A reader asked whether she could borrow the empty map room for an hour, because her own flat stood over a bakery that began to knead at three in the morning.',
      'Since then the room has been lent out by the hour like an umbrella: it is free, it must be given back dry, and nobody asks what it was used for. Some people sleep in it, and at least one novel was finished there.',
      'The city would like to have the floor back for its archive. The readers have answered with the longest silent protest that the council has ever had to sit through.',
    ],
  },
  deutsch: {
    title: 'Warum die Straßenbahn jetzt langsamer fährt',
    publisher: 'Elbe-Anzeiger',
    authors: ['Jörg Süßmilch'],
    published: '2026-04-21T06:00:00+02:00',
    language: 'de',
    caption: 'Die Linie 4 an der Brücke.',
    credit: 'Käthe Vogel',
    paragraphs: [
      'Seit Montag fährt die Linie 4 über die alte Brücke nur noch im Schritttempo. Der Grund ist kein Schaden, sondern eine Messung: Drei Monate lang will die Stadt wissen, wie sehr die Pfeiler unter den schweren Wagen zittern.',
      'Für die Fahrgäste bedeutet das sechs Minuten mehr von Ufer zu Ufer. „Wir hätten es lieber nachts gemessen“, sagte ein Sprecher der Verkehrsbetriebe, „aber nachts fährt niemand, und dann zittert auch nichts.“',
      'Anwohnerinnen und Anwohner berichten, dass es plötzlich so still sei, dass man den Fluss wieder höre. Ob die Bahn danach wieder schneller wird, soll im August entschieden werden.',
    ],
  },
  francais: {
    title: 'À la gare, l’horloge avance exprès de deux minutes',
    publisher: 'La Gazette du Plateau',
    authors: ['Élodie Châtel'],
    published: '2026-02-11T09:15:00+01:00',
    language: 'fr',
    caption: 'L’horloge de la salle des pas perdus.',
    credit: 'Théo Leroy',
    paragraphs: [
      'Personne ne s’en était aperçu pendant trente ans : l’horloge de la salle des pas perdus avance de deux minutes, et c’est voulu. Le chef de gare de l’époque en avait assez de voir courir les voyageurs sur le quai.',
      'La découverte a été faite par une élève du collège voisin, qui comparait l’heure de la gare à celle de sa montre. « Je croyais que ma montre était cassée », raconte-t-elle en souriant.',
      'La mairie n’entend rien changer. Elle a seulement fait poser une petite plaque, à hauteur d’enfant, qui donne la raison de ce mensonge et le nom de celle qui l’a découvert.',
    ],
  },
  espanol: {
    title: 'El pueblo que apaga sus farolas para ver pasar las grullas',
    publisher: 'Diario de la Vega',
    authors: ['Inés Peñalver'],
    published: '2026-11-03T07:45:00+01:00',
    language: 'es',
    caption: 'Las grullas sobre el embalse.',
    credit: 'Toño Ibáñez',
    paragraphs: [
      'A las siete y media de la tarde, el alcalde baja él mismo el interruptor. Durante cuarenta minutos el pueblo entero se queda a oscuras, y los vecinos salen a la era con mantas y termos de café.',
      'Las grullas llegan siempre por el mismo sitio, sobre el embalse, y con las luces encendidas pasaban de largo. Un pastor lo contó en el bar hace nueve años, y nadie le creyó hasta que hubo un apagón.',
      'Este otoño vinieron más de dos mil personas. El ayuntamiento no cobra entrada, pero pide una cosa: que nadie encienda el móvil, ni siquiera para hacer una fotografía.',
    ],
  },
  russian: {
    title: 'В старом порту снова зажгли маяк',
    publisher: 'Береговой вестник',
    authors: ['Ольга Савина'],
    published: '2026-06-08T10:20:00+03:00',
    language: 'ru',
    caption: 'Маяк вечером.',
    credit: 'Пётр Лугов',
    paragraphs: [
      'Маяк на северном молу не работал двадцать два года. В субботу вечером его снова зажгли, и половина города пришла посмотреть, как первый луч проходит над крышами складов и уходит в море.',
      'Лампу собрали ученики морского училища под руководством последнего смотрителя, которому исполнилось восемьдесят семь лет. По его словам, труднее всего было найти не стекло, а человека, который помнит, как его чистят.',
      'Судам свет больше не нужен: у них есть спутники. Но рыбаки говорят, что с маяком спокойнее возвращаться домой, и порт обещал оставить его включённым до конца навигации.',
    ],
  },
  ukrainian: {
    title: 'Школярі порахували всі яблуні на березі',
    publisher: 'Дніпровий листок',
    authors: ['Ганна Їжакевич'],
    published: '2026-09-17T12:00:00+03:00',
    language: 'uk',
    caption: 'Яблуня біля школи.',
    credit: 'Євген Тихий',
    paragraphs: [
      'Три класи сільської школи витратили місяць, щоб порахувати всі яблуні на лівому березі. Їх виявилося чотириста дванадцять, і кожна тепер має власний номер, ім’я та сторінку в зошиті.',
      'Найстаріше дерево посадили ще до першої греблі. Воно й досі родить, хоча яблука стали маленькими, а половина стовбура давно порожня всередині, і там оселилися сови.',
      'Учителька біології каже, що головне відкриття було зовсім іншим: діти вперше поговорили з усіма сусідами, бо майже кожна яблуня росте за чиїмось парканом.',
    ],
  },
  japanese: {
    title: '夜の市場に戻ってきた紙芝居',
    publisher: '港町だより',
    authors: ['高橋みさき'],
    published: '2026-07-30T19:00:00+09:00',
    language: 'ja',
    caption: '市場の入り口で始まる紙芝居。',
    credit: '中村航',
    paragraphs: [
      '港の夜市に、三十年ぶりに紙芝居が戻ってきた。自転車の荷台に木の枠をのせ、拍子木を打つと、魚を買いに来た大人たちまで足を止める。',
      '演じるのは元船員の男性だ。若いころに聞いた話を思い出しながら、自分で絵を描いているという。「声が届く距離でしか伝わらないものがある」と彼は話す。',
      '子どもたちは画面に慣れているはずなのに、次の一枚がめくられるのをじっと待っている。市場の組合は、来年の春まで毎週土曜日に続けてもらう約束をした。',
    ],
  },
  chinese: {
    title: '老城墙下的修伞铺又开门了',
    publisher: '江岸日报',
    authors: ['林素'],
    published: '2026-01-19T08:00:00+08:00',
    language: 'zh-CN',
    caption: '修伞铺的门口。',
    credit: '周远',
    paragraphs: [
      '关了整整四年的修伞铺，上个月又在老城墙下面开门了。店主今年七十一岁，她说自己并不是舍不得生意，而是舍不得那些坐在门口等雨停的人。',
      '铺子里挂着六十多把没有人来取的旧伞，每一把都系着一张写了名字的纸条。有的名字已经看不清楚了，她仍然每年把它们擦干净一次。',
      '附近的学生帮她画了新的招牌，上面写着修伞不收钱，只收一个故事。开门第一天，她收到了二十三个故事，其中有一个让她哭了很久。',
    ],
  },
  korean: {
    title: '골목 서점이 밤새 불을 켜 두는 이유',
    publisher: '바다저널',
    authors: ['한지우'],
    published: '2026-08-05T22:10:00+09:00',
    language: 'ko',
    caption: '새벽의 골목 서점.',
    credit: '오세린',
    paragraphs: [
      '항구 뒤편 골목의 작은 서점은 새벽 네 시에도 불이 켜져 있다. 주인은 장사를 하려는 것이 아니라, 첫 배를 기다리는 사람들이 앉을 곳이 없어서라고 말한다.',
      '책을 사는 사람은 하루에 서너 명뿐이다. 대신 손님들은 기다리는 동안 읽은 쪽수를 공책에 적어 두고, 다음에 와서 그 자리부터 다시 읽는다.',
      '시에서는 이 서점에 전기 요금을 지원하기로 했다. 주인은 그 돈으로 의자를 두 개 더 샀고, 하나는 늘 비워 둔다고 했다.',
    ],
  },
  arabic: {
    title: 'سوق الورق القديم يعود إلى الساحة',
    publisher: 'صحيفة المرفأ',
    authors: ['ليلى حداد'],
    published: '2026-10-12T09:00:00+02:00',
    language: 'ar',
    caption: 'الساحة صباح الجمعة.',
    credit: 'سامي نجار',
    paragraphs: [
      'بعد غياب دام خمسة عشر عاما عاد سوق الورق القديم إلى الساحة الكبيرة، حيث يبيع الناس دفاتر مستعملة ورسائل لم تصل إلى أصحابها وخرائط لمدن تغيرت أسماؤها.',
      'تقول صاحبة أول طاولة إن الزبائن لا يبحثون عن شيء نادر، بل عن خط يد يشبه خط شخص يعرفونه. وقد وجد رجل رسالة كتبها جده قبل ستين سنة.',
      'وعدت البلدية بأن يبقى السوق مفتوحا كل يوم جمعة حتى نهاية الشتاء، وبأن توفر له سقفا من القماش يحمي الورق من المطر.',
    ],
  },
  polish: {
    title: 'Żółta łódź, która wozi listy przez jezioro',
    publisher: 'Głos Jeziora',
    authors: ['Łucja Źrebiec'],
    published: '2026-05-29T11:40:00+02:00',
    language: 'pl',
    caption: 'Łódź pocztowa przy pomoście.',
    credit: 'Święty Gaj Foto',
    paragraphs: [
      'Każdego ranka o szóstej żółta łódź odbija od pomostu i wiezie listy na drugi brzeg. Drogi tam nie ma, a most, który obiecywano od wojny, istnieje tylko na jednej starej pocztówce.',
      'Listonoszka zna wszystkich po imieniu i czyta im listy, jeśli zgubili okulary. Mówi, że najtrudniejsza jest jesień, kiedy mgła chowa brzeg i trzeba płynąć na dźwięk psa sołtysa.',
      'W tym roku poczta chciała zastąpić łódź dronem. Dron wpadł do wody po czterech minutach, a wyłowiła go, rzecz jasna, żółta łódź.',
    ],
  },
  greek: {
    title: 'Το νησί που μετρά τις γάτες του',
    publisher: 'Φωνή του Αιγαίου',
    authors: ['Μαρία Καλογήρου'],
    published: '2026-04-04T13:25:00+03:00',
    language: 'el',
    caption: 'Μια γάτα στο λιμάνι.',
    credit: 'Νίκος Βέργης',
    paragraphs: [
      'Κάθε άνοιξη οι κάτοικοι του νησιού βγαίνουν στους δρόμους με χαρτί και μολύβι και μετρούν τις γάτες. Φέτος βρήκαν εκατόν ογδόντα τρεις, έντεκα λιγότερες από πέρσι.',
      'Η απογραφή ξεκίνησε σαν αστείο σε ένα καφενείο. Σήμερα ο δήμος αγοράζει τροφή με βάση τον αριθμό που βγαίνει, και ο κτηνίατρος έρχεται με το πλοίο της Τρίτης.',
      'Οι τουρίστες θέλουν να βοηθήσουν, αλλά δεν τους αφήνουν: μετρούν, λένε οι ντόπιοι, την ίδια γάτα τρεις φορές, επειδή τους ακολουθεί.',
    ],
  },
  turkish: {
    title: 'Çınarın altındaki saatçi işi çırağına bıraktı',
    publisher: 'Kıyı Gazetesi',
    authors: ['Şule Işık'],
    published: '2026-02-25T15:00:00+03:00',
    language: 'tr',
    caption: 'Dükkânın vitrini.',
    credit: 'Güneş Öztürk',
    paragraphs: [
      'Kırk dokuz yıl boyunca çınarın altındaki küçük dükkânda saat onaran usta, anahtarı çırağına verdi. Dükkânda iki yüzden fazla saat var ve hiçbiri aynı zamanı göstermiyor.',
      'Usta bunun bilerek yapıldığını söylüyor: Hepsi doğru çalışsaydı aynı anda çalar, kimse konuştuğunu duyamazdı. Çırak ise yavaş yavaş hepsini düzeltmeyi düşünüyor.',
      'Mahalleli bu karara karşı. Onlara göre dükkâna giren biri ancak saatini unuttuğunda gerçekten oturup çay içebiliyor.',
    ],
  },
  hindi: {
    title: 'घाट की पुरानी नाव अब पुस्तकालय है',
    publisher: 'नदी समाचार',
    authors: ['मीरा जोशी'],
    published: '2026-06-18T07:30:00+05:30',
    language: 'hi',
    caption: 'घाट पर खड़ी नाव।',
    credit: 'अरुण वर्मा',
    paragraphs: [
      'तीस साल तक लोगों को नदी के पार ले जाने वाली लकड़ी की नाव पिछले महीने से एक पुस्तकालय है। उसमें चार सौ किताबें हैं, और हर किताब के साथ उसे छोड़ जाने वाले का एक छोटा सा पत्र रखा है।',
      'नाविक का बेटा बताता है कि पुल बनने के बाद नाव की किसी को ज़रूरत नहीं रही थी। पिता उसे बेचना नहीं चाहते थे, इसलिए दोनों ने मिलकर उसमें अलमारियाँ लगाईं और घाट पर बाँध दिया।',
      'बरसात में नाव ऊपर उठ जाती है और बच्चे तख़्ते पर चढ़कर भीतर आते हैं। नगरपालिका ने कहा है कि अगले साल दूसरे घाट पर भी ऐसी ही एक नाव होगी।',
    ],
  },
  paper: {
    title: 'Tidal noise and the sleep of harbour towns: a two-year survey',
    publisher: 'Annals of Coastal Acoustics',
    authors: ['Brigid Halloran', 'Tomasz Zielonka', 'Wei Anqi'],
    published: '2025-12-09',
    language: 'en',
    caption: '',
    credit: '',
    paragraphs: [
      'We measured the noise of tides in eleven harbour towns over two years and asked four hundred and six residents how they slept. Noise below forty decibels was described as a help to sleep by a majority of those who had lived beside the water for more than ten years.',
      'Newcomers described the same noise as a nuisance. The difference did not depend on age, on the height of the window above the quay or on the direction it faced, and it was gone after a median of nineteen months.',
      'We conclude that limits for noise in harbour towns should not be derived from surveys in which length of residence was not recorded, and we give a correction for surveys that recorded it in classes.',
    ],
  },
} as const satisfies Readonly<Record<string, Story>>;

export type StoryName = keyof typeof stories;

/**
 * Words of which known passwords are made, most used first, folded to small letters: from published lists of leaked
 * passwords, English and Japanese. A password that is little more than these is guessed in seconds.
 */
export const COMMON_WORDS: readonly string[] =
  `password passwort passwd passcode pass pasuwado qwertyuiop qwerty azerty asdfghjkl asdfgh zxcvbnm iloveyou loveyou
  princess sunshine football baseball basketball volleyball soccer hockey monkey dragon master superman batman
  spiderman welcome letmein administrator admin login signin logon trustno hello freedom whatever shadow michael
  jessica ashley charlie daniel jordan thomas andrew joshua matthew jennifer michelle nicole hannah samantha amanda
  alexander christopher summer winter spring autumn flower flowers computer internet starwars pokemon pikachu naruto
  sakura hanako taro tarou arigato arigatou konnichiwa ohayou nippon nihon japan tokyo osaka kyoto fuji fujisan samurai
  ninja doraemon totoro mother father family forever lovely love secret changeme change default testing test guest
  user root system server office windows microsoft google apple android iphone facebook twitter instagram youtube
  linkedin yahoo amazon manchester united liverpool chelsea arsenal barcelona madrid juventus yankees lakers cowboys
  steelers rangers eagles metallica nirvana slipknot blink queen beatles harrypotter harry potter hogwarts minecraft
  fortnite roblox spongebob squarepants mickey mouse disney barbie hellokitty kitty butterfly chocolate cookie banana
  orange cheese pepper ginger buddy maggie bailey tigger snoopy lovers angel angels heaven jesus christ blessed
  god lord money dollar rich boss king kingdom tiger lion horse rabbit chicken dolphin purple yellow green blue red
  black white silver golden gold diamond crystal rainbow star stars moon sun music guitar dance dancing skateboard
  skateboarding snowboard snowboarding surfing swimming cycling running wrestling rockyou rock roll babygirl baby girl
  boy boys girls lady mylove myself nothing nobody everybody everyone somebody please enter access account private
  public security secure unlock open sesame abracadabra magic matrix phoenix mustang corvette ferrari porsche mercedes
  honda toyota nissan suzuki yamaha kawasaki sony nintendo playstation xbox canada america american england london
  paris berlin germany france italy spain brazil india china korea australia california texas florida chicago dallas
  boston newyork york january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday birthday happy merry christmas newyear year today tomorrow always never
  climate carbon zero energy delegation pavilion municipality shiyakusho yakusho kankyou kankyo seisaku kikaku
  jimukyoku tantou kakari kacho kaicho shicho sichou chiji`.split(/\s+/);

/** Known passwords of twelve characters and more whose parts look chosen, folded likewise. */
export const KNOWN_PASSWORDS: ReadonlySet<string> = new Set(
  `correcthorsebatterystaple 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 zaq1xsw2cde3 qazwsxedcrfv qazwsxedc123
  1q2w3e4r5t6y 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u q1w2e3r4t5y6 q1w2e3r4t5y6u7i8 q2w3e4r5t6y7 1a2b3c4d5e6f a1b2c3d4e5f6
  aa123456789a a123456789a0 147258369147 147258369000 147852369147 159357456852 159753456852 741852963741 789456123000
  789456123789 123654789123 321654987321 112233445566 121212121212 123123123123 123321123321 101010101010 131313131313
  unbelievable qpwoeirutyal mynameisjohn onceuponatime tobeornottobe maythe4thbewithyou ncc1701dncc1701d thx1138thx1138
  drowssapdrowssap p0o9i8u7y6t5 0okm9ijn8uhb mnbvcxzlkjhgfdsa lkjhgfdsapoi poiuytrewqlkjhgfdsa 0987654321zxcv
  motherfucker1 fuckyou12345 ihateyou1234 ilikecheese1 letsgoparty1 whoareyou123 dontforget12 tellmeastory`.split(
    /\s+/,
  ),
);

/** What follows a municipality's own name. */
export const KINDS_OF_PLACE = /(city|town|ward|prefecture|prefectural|都|道|府|県|市|区|町|村)$/u;

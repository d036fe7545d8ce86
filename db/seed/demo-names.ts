/** Fictional people: common names put together by rule. Family names of today's heads of the members are left out. */
const FAMILIES =
  '三浦みうらMIURA 長谷川はせがわHASEGAWA 西村にしむらNISHIMURA 岡本おかもとOKAMOTO 原田はらだHARADA 宮崎みやざきMIYAZAKI 杉本すぎもとSUGIMOTO 今井いまいIMAI 丸山まるやまMARUYAMA 増田ますだMASUDA 小川おがわOGAWA 菅原すがわらSUGAWARA 村上むらかみMURAKAMI 北村きたむらKITAMURA 柴田しばたSHIBATA 桜井さくらいSAKURAI 横山よこやまYOKOYAMA 工藤くどうKUDO 安藤あんどうANDO 谷口たにぐちTANIGUCHI 高木たかぎTAKAGI 上田うえだUEDA 大野おおのOHNO 島田しまだSHIMADA 松田まつだMATSUDA 和田わだWADA 中島なかじまNAKAJIMA 石川いしかわISHIKAWA 前田まえだMAEDA 小林こばやしKOBAYASHI 加藤かとうKATO 吉田よしだYOSHIDA 山口やまぐちYAMAGUCHI 斎藤さいとうSAITO 伊藤いとうITOH 木村きむらKIMURA 井上いのうえINOUE 池田いけだIKEDA 橋本はしもとHASHIMOTO 難波なんばNAMBA 森田もりたMORITA 近藤こんどうKONDO 後藤ごとうGOTO 遠藤えんどうENDO 堀川ほりかわHORIKAWA 水野みずのMIZUNO 永井ながいNAGAI 荒井あらいARAI 須藤すどうSUDO 古川ふるかわFURUKAWA 大西おおにしONISHI 土屋つちやTSUCHIYA 黒田くろだKURODA 浅野あさのASANO 早川はやかわHAYAKAWA 星野ほしのHOSHINO 髙瀬たかせTAKASE 本間ほんまHOMMA 八木やぎYAGI 川上かわかみKAWAKAMI 吉沢よしざわYOSHIZAWA';
const GIVEN =
  '健太けんたKENTA 千夏ちなつCHINATSU 拓真たくまTAKUMA 真由美まゆみMAYUMI 直樹なおきNAOKI 恵子けいこKEIKO 浩二こうじKOJI 陽子ようこYOKO 隆志たかしTAKASHI 智子ともこTOMOKO 和也かずやKAZUYA 麻衣まいMAI 大輔だいすけDAISUKE 彩あやAYA 修おさむOSAMU 裕子ゆうこYUKO 英明ひであきHIDEAKI 久美子くみこKUMIKO 亮りょうRYO 奈緒なおNAO 翔太しょうたSHOTA 香織かおりKAORI 裕介ゆうすけYUSUKE 明美あけみAKEMI 哲也てつやTETSUYA 沙織さおりSAORI 康弘やすひろYASUHIRO 理恵りえRIE 敏行としゆきTOSHIYUKI 綾乃あやのAYANO 学まなぶMANABU 優子ゆうこYUKO 剛つよしTSUYOSHI 美穂みほMIHO 慎一しんいちSHINICHI 純子じゅんこJUNKO 洋平ようへいYOHEI 玲奈れいなREINA 啓介けいすけKEISUKE 薫かおるKAORU 雅人まさとMASATO 史織しおりSHIORI 徹とおるTORU';

export type FullName = {
  familyName: string;
  givenName: string;
  familyKana: string;
  givenKana: string;
  familyLatin: string;
  givenLatin: string;
};

const split = (list: string) =>
  list.split(' ').map((text) => {
    const [, kanji = '', kana = '', latin = ''] = /^(\p{Script=Han}+)(\p{Script=Hiragana}+)([A-Z]+)$/u.exec(text) ?? [];
    return { kanji, kana, latin };
  });
const families = split(FAMILIES);
const given = split(GIVEN);

/** The person of a number; no two numbers below two thousand share a name. */
export function nameOf(number: number): FullName {
  const round = Math.floor(number / families.length);
  const family = families[number % families.length];
  const own = given[(number * 7 + round * 3) % given.length];
  return named(family, own);
}

/** A name written out as `藤沢ふじさわFUJISAWA 正樹まさきMASAKI`. */
export function nameFrom(text: string): FullName {
  const [family, own] = split(text);
  return named(family, own);
}

function named(
  family: ReturnType<typeof split>[number] | undefined,
  own: ReturnType<typeof split>[number] | undefined,
) {
  if (!family?.kanji || !own?.kanji) throw new Error('a name of the demonstration is not readable');
  return {
    familyName: family.kanji,
    givenName: own.kanji,
    familyKana: family.kana,
    givenKana: own.kana,
    familyLatin: family.latin,
    givenLatin: own.latin,
  };
}

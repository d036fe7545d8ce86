import { defineTexts } from '#shared/text.ts';

export type ConsentFacts = {
  event: string;
  process: string;
  country: string;
  provisional: boolean;
};

const certain = ({ country, provisional }: ConsentFacts) =>
  provisional
    ? `開催国はまだ確定していないため、現在の予定である${country}についてお尋ねします。確定したときに、あらためてお尋ねします。`
    : '';
const certainEn = ({ country, provisional }: ConsentFacts) =>
  provisional
    ? ` The host country is not final; we ask about ${country}, which is expected, and will ask again once it is.`
    : '';

/** What a delegate agrees to. A changed word is another version: the hash of the text stands beside each consent. */
export const consentTexts = defineTexts(
  {
    receiver: {
      iclei_world: 'イクレイ世界事務局（ドイツ）',
      secretariat: (facts: ConsentFacts) => `${facts.process}の事務局`,
      host_country: (facts: ConsentFacts) => `開催国の政府（${facts.country}）`,
      pavilion_host: 'パビリオンの運営団体',
      counterpart: '面会の相手',
    },
    text: {
      iclei_world: (facts: ConsentFacts) =>
        `${facts.event}への参加を推薦するため、氏名、役職、所属、連絡先とパスポート情報を、推薦を取りまとめるイクレイ世界事務局（ドイツ・ボン）に渡します。ドイツにはEUの個人情報保護の制度（GDPR）があり、日本はこれを同等の水準と認めています。`,
      secretariat: (facts: ConsentFacts) =>
        `${facts.event}への参加登録のため、氏名、役職、所属、連絡先とパスポート情報を、${facts.process}の事務局（国際機関）の登録システムに入力します。事務局は国の法律でなく国際連合の個人情報保護の原則に従います。入力した氏名などは次回以降の会議のためにも保管され、COPデスクからは消せません。氏名、役職、所属は、参加者名簿としてインターネットで公開されます。`,
      host_country: (facts: ConsentFacts) =>
        `入国と査証の手続きのため、氏名、生年月日、国籍とパスポート情報が、${facts.country}の政府に渡ります。同国の個人情報保護の制度は日本と異なり、日本と同等の水準とは認められていません。渡すのは手続きに要る項目だけです。${certain(facts)}`,
      pavilion_host: (facts: ConsentFacts) =>
        `${facts.event}のパビリオンで登壇または入場するため、氏名、役職、所属を、パビリオンの運営団体に渡します。パスポート情報は渡しません。`,
      counterpart: (facts: ConsentFacts) =>
        `${facts.event}での面会を調整するため、氏名、役職、所属を、面会の相手に渡します。相手は日本の外の自治体や団体のことがあります。パスポート情報は渡しません。`,
    },
  },
  {
    receiver: {
      iclei_world: 'ICLEI World Secretariat (Germany)',
      secretariat: (facts: ConsentFacts) => `The secretariat of ${facts.process}`,
      host_country: (facts: ConsentFacts) => `The government of the host country (${facts.country})`,
      pavilion_host: 'The organisers of the pavilion',
      counterpart: 'Those you meet',
    },
    text: {
      iclei_world: (facts: ConsentFacts) =>
        `To nominate you for ${facts.event}, your name, title, affiliation, contact and passport data are passed to ICLEI World Secretariat (Bonn, Germany), which hands in all nominations. Germany is under the data protection law of the EU (GDPR), which Japan recognises as equivalent.`,
      secretariat: (facts: ConsentFacts) =>
        `To register you for ${facts.event}, your name, title, affiliation, contact and passport data are entered into the registration system of the secretariat of ${facts.process}, an international organisation. It follows the United Nations’ principles on personal data rather than a country’s law. What is entered there is kept for later sessions and cannot be erased by COP Desk. Your name, title and affiliation are published on the internet in the list of participants.`,
      host_country: (facts: ConsentFacts) =>
        `For entry and visa, your name, date of birth, nationality and passport data reach the government of ${facts.country}. Its data protection differs from Japan’s and is not recognised as equivalent. Only what the procedure needs is passed on.${certainEn(facts)}`,
      pavilion_host: (facts: ConsentFacts) =>
        `So that you can speak at or enter the pavilion at ${facts.event}, your name, title and affiliation are passed to its organisers. Passport data are not.`,
      counterpart: (facts: ConsentFacts) =>
        `To arrange meetings at ${facts.event}, your name, title and affiliation are passed to those you meet, who may be outside Japan. Passport data are not.`,
    },
  },
);

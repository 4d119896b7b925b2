/** Words of registering a patient. */
const en = {
  heading: "New patient",
  name: "Name",
  nameNeeded: "Please write the name.",
  kana: "Kana",
  kanaHint: "The reading: the list is sorted and searched by it.",
  birthDate: "Date of birth",
  birthDateNeeded: "Please choose the date of birth.",
  gender: "Gender as registered",
  genderHint: "It never decides who can become pregnant.",
  genders: { female: "Female", male: "Male", other: "Other" },
  phone: "Telephone",
  site: "Site",
  register: "Register",
  alike: (n: number) =>
    n === 1 ? "Somebody like this is registered already" : `${n} people like this are registered already`,
  open: "Open",
  anyway: "It is somebody else: register",
};
const ja: typeof en = {
  heading: "患者を登録",
  name: "氏名",
  nameNeeded: "氏名を入力してください。",
  kana: "ふりがな",
  kanaHint: "一覧の並び順と検索に使います。",
  birthDate: "生年月日",
  birthDateNeeded: "生年月日を選んでください。",
  gender: "登録上の性別",
  genderHint: "妊娠の可能性の判断には使いません。",
  genders: { female: "女性", male: "男性", other: "その他" },
  phone: "電話番号",
  site: "院",
  register: "登録する",
  alike: (n) => `よく似た患者さんが${n}人登録されています`,
  open: "開く",
  anyway: "別の人なので登録する",
};

export const newPatientText = { en, ja };

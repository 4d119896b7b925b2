/** Words of who saw a patient's data. */
const en = {
  heading: "Who saw these data",
  lead: "Everybody who looked at this record or wrote in it, at every clinic. What people see of a list with many names stands in the clinic's own audit trail.",
  takeAlong: "Take everything along",
};
const ja: typeof en = {
  heading: "閲覧の記録",
  lead: "この記録を見た人と書き込んだ人を、クリニックを問わずすべて示しています。多くの方の名前が並ぶ一覧の閲覧は、クリニックの監査記録に残ります。",
  takeAlong: "すべてのデータを書き出す",
};

export const accessesText = { en, ja };

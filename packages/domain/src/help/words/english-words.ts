/** One word for what people write in several ways, longest phrase first; applied to articles and questions alike, before words are cut short. */
export const ENGLISH_SAME: readonly (readonly [string, string])[] = (
  [
    ['bhxh', ['social insurance', 'social security']],
    ['bhyt', ['health insurance', 'medical insurance']],
    ['email', ['e mail', 'mail address']],
    ['sms', ['text message', 'text messages']],
    ['cccd', ['id card', 'identity card', 'citizen card', 'identity document']],
    ['phonenumber', ['phone number', 'mobile number', 'telephone number', 'sim card', 'sim']],
    ['phone', ['mobile phone', 'cell phone', 'smartphone', 'mobile', 'handset', 'iphone', 'telephone']],
    ['computer', ['laptop', 'desktop', 'pc']],
    ['camera', ['webcam']],
    ['photo', ['picture', 'pictures', 'image', 'images', 'pic', 'photograph']],
    ['signin', ['log in', 'sign in', 'logging in', 'signing in', 'login', 'logged in', 'log on', 'let me in']],
    ['code', ['one time code', 'verification code', 'confirmation code', 'otp code', 'otp']],
    ['stolen', ['stole', 'steal', 'robbed', 'theft']],
    ['lost', ['lose', 'losing', 'misplaced']],
    ['forgot', ['forget', 'forgotten', 'cannot remember', 'can t remember', 'don t remember', 'do not remember']],
    ['wage', ['salary', 'salaries', 'wages', 'earn', 'earnings']],
    ['spouse', ['wife', 'husband']],
    ['relative', ['brother', 'sister', 'mother', 'father', 'parents', 'parent', 'mom', 'dad', 'grandmother', 'grandfather', 'relatives']],
    ['child', ['kid', 'kids', 'children', 'son', 'daughter']],
    ['baby', ['newborn', 'infant']],
    [
      'maternity',
      ['pregnant', 'pregnancy', 'is expecting', 'having a baby', 'have a baby', 'giving birth', 'give birth', 'gave birth', 'childbirth'],
    ],
    ['retire', ['retirement', 'retired', 'retiring']],
    ['died', ['dead', 'die', 'death', 'passed away', 'deceased']],
    ['employer', ['boss', 'company', 'firm', 'factory']],
    ['jobloss', ['fired', 'dismissed', 'laid off', 'lost my job', 'lost job', 'lose my job', 'losing a job', 'losing work', 'lost work', 'unemployed', 'unemployment', 'quit my job', 'made redundant']], // prettier-ignore
    ['sick', ['ill', 'illness', 'sickness', 'flu', 'fever']],
    ['treatment', ['treated', 'treat']],
    ['blurred', ['blurry', 'unclear', 'out of focus']],
    ['expired', ['run out', 'ran out', 'runs out', 'ended', 'no longer valid', 'not valid']],
    ['cover', ['covered', 'covers', 'coverage']],
    ['percent', ['percentage', 'share']],
    ['network', ['signal', 'internet', 'wifi', 'wi fi', 'offline', 'reception', 'connection']],
    ['genuine', ['real', 'fake', 'forged', 'authentic']],
    ['call', ['called', 'calls', 'calling', 'caller', 'phoned', 'rang']],
    ['chat', ['chatting', 'chatted']],
    ['accident', ['fell', 'injured', 'injury', 'hurt', 'crash']],
    ['viewed', ['look at', 'looked at', 'looking at', 'looks at', 'opened my file', 'opened my record', 'read my file']],
    ['error', ['errors', 'fault', 'blank page', 'white screen']],
    ['wrong', ['incorrect', 'mistake', 'not right', 'not correct', 'misspelled']],
    ['registration', ['application']],
    ['register', ['sign up', 'signing up', 'create an account', 'open an account']],
    ['delete', ['erase', 'erased', 'remove', 'removed']],
    ['money', ['cash']],
    ['bring', ['brought', 'take to', 'take along']],
    ['freelance', ['self employed', 'freelancer', 'own business', 'pay myself']],
  ] as const
).flatMap(([one, ways]) => ways.map((way) => [way, one] as const))

/** Words that carry a question but say nothing of its subject; also what is left of "don't" and "I'm". */
export const ENGLISH_EMPTY: ReadonlySet<string> = new Set(
  (
    'i my me you your a an the is are was be to of in on at for and or it this that do does did can could how what when where which who why ' +
    'have has had not no with from if there please want need should would will get am possible see tell know give let use just now some any by ' +
    'but go about m s t re ve ll d don doesn didn isn aren wasn won couldn wouldn cannot they them their he him his she her we us our its been ' +
    'being were then than too also so because although while as into out up down off over again ever never always still already yet since after ' +
    'before here got getting going goes gone come came coming keep keeps kept say says said saying make makes made done doing thing things ' +
    'something anything someone somebody anybody anyone one ones may might must shall much many more most very really only other another own ' +
    'same such both each all wants wanted needs needed like try tries tried trying put puts let lets think ask asks asked mean happen happened ' +
    'happens last yesterday today tomorrow week ago hello hi thanks thank sir madam help able long these those through between instead till until'
  ).split(' '),
)

const VOWEL = /[aeiouy]/u
/** "stopp" → "stop", but "bill" stays. */
const single = (stem: string): string => stem.replace(/([bdgmnprt])\1$/u, '$1')

/** One form for card and cards, change, changed and changing. Nothing shorter than four letters is cut. */
export const englishStem = (word: string): string => {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word
  const one = word
    .replace(/ies$/u, 'y')
    .replace(/(?<=[sxz]|ch|sh)es$/u, '')
    .replace(/(?<=[a-rt-z])s$/u, '')
  const ended = /^(?<stem>.{3,})(?:ed|ing)$/u.exec(one)?.groups?.['stem']
  const bare = ended !== undefined && VOWEL.test(ended) ? single(ended) : one
  return bare.length > 3 ? bare.replace(/e$/u, '') : bare
}

import { foldText } from '../text/index.ts'

/**
 * Favourites of English and Vietnamese speakers, written for this project, folded (no accents, no capitals). A word stands for itself
 * and for itself with up to six digits or signs after it: "matkhau", "Matkhau123", "MẬT KHẨU@2026".
 */
export const COMMON_PASSWORDS: readonly string[] =
  `password passwd passw0rd p@ssword p@ssw0rd pass admin administrator adminadmin root user guest login letmein welcome welcome1 changeme
default secret master access system server test testtest testing demo qwerty qwertyuiop qwerty123 qwert azerty asdfgh asdfghjkl asdf
asdfasdf zxcvbnm zxcvbn zxcv 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 qazwsx qazwsxedc 1qazxsw2 zaq12wsx abc123 abcd1234 abcdefgh
abcdefg abcdef abcabc a1b2c3d4 aa123456 a123456789 a123456 abc12345 1234qwer 123qwe 123qweasd qwe123 qweasd qweasdzxc iloveyou
ilovey0u loveyou lovelove lovely love forever princess sunshine dragon monkey football soccer baseball basketball superman batman
spiderman pokemon naruto doraemon pikachu onepiece conan songoku messi ronaldo neymar manchester arsenal chelsea liverpool
barcelona realmadrid juventus beckham computer internet samsung iphone android oppo xiaomi nokia vivo huawei facebook google
youtube tiktok instagram zalo gmail yahoo hotmail michael jordan jennifer thomas daniel charlie andrew martin matthew joshua ashley
nicole jessica michelle summer winter spring autumn monday friday sunday january december hello helloworld hellohello whatever
trustno1 starwars shadow killer hunter ranger buster tigger ginger pepper cookie banana chocolate cheese orange purple yellow silver
golden diamond flower butterfly angel angels freedom money lucky happy smile peace music guitar pretty beautiful handsome
matkhau matkhaucuatoi matkhaumoi matkhaudautien matkhauvssid matma khongbiet khongco khongcomatkhau khongnho quenmatkhau toiquenroi
doimatkhau dangnhap dangky taikhoan nguoidung quantri
quantrivien xinchao chaoban chaocacban tamtam tamthoi macdinh mothaibabon mothaiba motmotmot baomat bimat anninh ansinh ansinhxahoi vssid
vneid baohiem baohiemxahoi baohiemyte bhxh bhxhvn bhyt bhtn bhxhvietnam baohiemxahoivietnam thebhyt cccd cancuoc cancuoccongdan cmnd
sobaohiem masobhxh luonghuu huutri thatnghiep thaisan congdan congdanso chinhphu nhanuoc dichvucong congdichvucong
vietnam vietnamvodich vietnamyeudau toiyeuvietnam yeuvietnam iloveviet hanoi hanoimuathu hanoitoi thudo saigon tphcm hochiminh bacho bachohochiminh danang haiphong cantho hue nhatrang
dalat vungtau bienhoa binhduong dongnai nghean thanhhoa hatinh quangninh halong quangnam quangngai binhdinh phuyen khanhhoa
ninhthuan binhthuan kontum gialai daklak lamdong tayninh longan tiengiang bentre travinh vinhlong dongthap angiang kiengiang haugiang
soctrang baclieu camau phuquoc sapa laocai yenbai hagiang caobang backan tuyenquang langson bacgiang bacninh haiduong hungyen
thaibinh hanam namdinh ninhbinh phutho vinhphuc thainguyen hoabinh sonla dienbien laichau quangbinh quangtri thanglong hoankiem bodai hoguom songhong
anhyeuem emyeuanh yeuem yeuanh anhyeuemnhieu emyeuanhnhieu anhnhoem emnhoanh yeumai yeumaimai mainhoem tinhyeu tinhyeuvinhcuu yeunhau mayeuconlam yeubome yeume yeucha yeucon
yeugiadinh giadinh giadinhtoi giadinhhanhphuc giadinhlaso1 giadinhlasomot bome bomeyeu boyeu meyeu conyeu conyeume conyeubo conyeucuame vochong vochongyeu voyeu chongyeu ongxa baxa anhxa emxa chongoi vooi
hanhphuc hanhphucmai binhan antam vuive vuivemoingay maymman mayman thanhcong suckhoe phattai phatloc locphat phuquy giausang tienvao tienvaonhunuoc tienoi tientien
chucmungnammoi namoi tetdenroi muaxuan muathu muadong muahe mattroi matrang bautroi ngoisao hoahong hoasen hoamai hoadao huongduong bienxanh trangden
bongda bongdavietnam conmeo concho conga conheo conlon convit contrau conho conrong conran cahoi meocon cuncon gaucon thocon cunyeu meomeo gaugau
nguyenvana nguyenthia nguyenvan nguyenthi tranvan tranthi levan lethi phamvan phamthi hoangvan hoangthi vuvan vuthi dangvan dangthi
nguyen tran hoang pham nguyenanh tuananh minhanh minhduc minhtuan quanghuy thuylinh thuytrang thutrang thuhuong ngocanh lananh phuonganh maianh hoanganh vietanh
quocanh ducanh hungdung dungdung linhlinh trangtrang huonghuong lanlan huehue maimai hoahoa nganngan thaothao phuongphuong
truongdinh conganvietnam bodoicuho quandoi giaovien hocsinh sinhvien bacsi yta ketoan vanphong congty congnhan nongdan
laptrinh maytinh dienthoai didong viettel mobifone vinaphone fpttelecom vnpt vietcombank agribank vietinbank techcombank sacombank
nganhang tienmat trasua caphe caphesua phobo bunbo banhmi comtam nuocmam chaytrau xemay honda wave dream airblade yamaha exciter vinfast
concac ditme dmm vcl clgt cailon ngungoc`.split(/\s+/u)

/** Digits and signs that people append to a favourite word, and put before it. */
const AFFIX = /^[\d\W_]{0,4}(.*?)[\d\W_]{0,8}$/u
const SEQUENCES = ['01234567890123456789', '98765432109876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/** One sign repeated, a short piece repeated ("123123123"), or a run of the keyboard or the alphabet. */
const isPattern = (folded: string): boolean =>
  /^(.{1,4})\1+.{0,3}$/u.test(folded) ||
  SEQUENCES.some((sequence) => sequence.includes(folded)) ||
  /^(?:19|20)?\d{2}(?:19|20)\d{2}$/u.test(folded)

let known: ReadonlySet<string> | null = null

/** Whether a password is a favourite, with or without accents, capitals, and digits around it. Server-side: the list is not for phones. */
export const isCommonPassword = (password: string): boolean => {
  known ??= new Set(COMMON_PASSWORDS)
  const folded = foldText(password).replaceAll(' ', '')
  const base = AFFIX.exec(folded)?.[1] ?? folded
  const unleet = base.replaceAll('@', 'a').replaceAll('0', 'o').replaceAll('$', 's').replaceAll('3', 'e').replaceAll('1', 'i')
  return known.has(folded) || known.has(base) || known.has(unleet) || isPattern(folded)
}

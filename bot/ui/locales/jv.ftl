### Basa Jawa: krama for every day, for all that a citizen reads.
### Not yet read by a native speaker.
### Officers and admins read the Indonesian words of their offices; what is missing here is said in Indonesian.

language-name = Basa Jawa
word-yes = inggih
word-no = boten

## Greeting and consent

not-official = <i>Punika namung peragaan, sanes layanan resmi.</i>
greeting =
    Sugeng rawuh ing SP4N-LAPOR!
    Criyosaken masalah, pangajab, utawi pitakenan panjenengan. Kita padosaken instansi ingkang kedah mangsuli, lan kabaripun dugi mriki.
greeting-again =
    Wonten ingkang badhe dipunlaporaken?
    Serat kemawon punapa ingkang kedadosan lan wonten pundi. Foto lan lokasi saged langsung dipunkintun.
go-ahead = Mangga. Criyosaken punapa ingkang kedadosan lan wonten pundi. Foto lan lokasi saged langsung dipunkintun.
consent =
    Sugeng rawuh ing SP4N-LAPOR! Ing mriki panjenengan saged wadul, paring usul, utawi nyuwun pirsa dhateng instansi pamarintah.
    Kangge punika kita nyimpen nami Telegram lan isi laporan panjenengan. Sarujuk?
consent-held = Ingkang panjenengan kintun dereng kita waos. Sasampunipun panjenengan sarujuk, langsung kita lajengaken.
consent-full =
    <b>Data panjenengan</b>
    Ingkang ngurusi: { $name }
    Kontak: { $contact }
    Dhasar hukum: { $basis }
    Ancasipun: { $purpose }
    Dipunsimpen: { $days } dinten sasampunipun laporan dipuntutup
    Instansi ingkang dipuntuju maos laporan panjenengan; menawi milih Anonim, instansi boten mirsani sinten panjenengan. Obrolan kaliyan bot Telegram boten dipunenkripsi saking pojok dumugi pojok. Panjenengan saged mirsani, ngleresaken, lan mbusak data panjenengan kapan kemawon.
consent-declined = Inggih. Ingkang panjenengan kintun sampun kita busak lan boten wonten ingkang kita simpen. Menawi mangke ewah penggalih, serat malih kemawon.
consent-expired = Amargi dereng wonten sarujuk, seratan panjenengan kala wingi sampun kita busak. Menawi taksih perlu, serat malih kemawon.
consent-thanks = Matur nuwun. Sarujuk panjenengan kacathet { $day }.
button-agree = Sarujuk
    .typed = inggih, nggih, purun
button-read = Maos rumiyin
button-decline = Boten
    .typed = mboten, boten
you-are-welcome = Sami-sami. Menawi wonten prakawis sanes, serat kemawon ing ngriki.
ask-somebody =
    Saben laporan dipunwaos lan dipunwangsuli dening tiyang: petugas instansi lan admin kita. Serat kemawon prakawisipun ing ngriki, wangsulanipun dumugi ing chat punika.
    Badhe wicanten langsung? Hubungi { $contact }. Kawontenan darurat: telpon <b>112</b>.
help =
    <b>Caranipun nglaporaken</b>
    Serat kemawon punapa ingkang kedadosan lan wonten pundi. Foto, video, swanten, lan lokasi saged dipunkintun kapan kemawon.

    /laporanku – laporan panjenengan lan kabaripun
    /status NOMER – kawontenan satunggal laporan
    /batal – mbucal laporan ingkang dereng dipunkintun
    /bahasa – gantos basa
    /dataku – mirsani, nyalin, mbusak data panjenengan
    /bantuan – seratan punika

    Kawontenan darurat: telpon <b>112</b>.
language-ask = Panjenengan ngginakaken basa punapa?
language-set = Inggih, kita ngginakaken Basa Jawa.

command-laporanku = Laporan kula lan kabaripun
command-status = Kawontenan satunggal laporan
command-batal = Mbucal laporan ingkang dereng dipunkintun
command-bahasa = Gantos basa
command-dataku = Mirsani, nyalin, utawi mbusak data kula
command-bantuan = Caranipun nglaporaken

## Danger

danger-fire = Menawi geni taksih murub, telpon <b>113</b> utawi <b>112</b> sapunika.
danger-crime = Menawi taksih lumampah, telpon <b>110</b> utawi <b>112</b> sapunika.
danger-ambulance = Menawi wonten ingkang mbetahaken pitulungan enggal, telpon <b>119</b> utawi <b>112</b> sapunika.
danger-disaster = Menawi panjenengan utawi tiyang sanes wonten ing bebaya, telpon <b>112</b> sapunika.
care-accuses = Laporan punika nyebut petugas. Pramila boten langsung dipunterusaken dhateng instansinipun: admin kita mriksa rumiyin lan milih pengawas ingkang leres. Panjenengan ugi saged nglaporaken dhateng saluran pengaduan (WBS) instansi punika utawi KPK (198).
care-violence = Kangge kekerasan dhateng tiyang estri lan lare, SAPA <b>129</b> saged dipunhubungi kapan kemawon. Prayoginipun laporan punika kadadosaken Rahasia.

## The card of the report that is being written

card-head = <b>Laporan panjenengan</b> · { $kind }
class-complaint = Aduan
class-wish = Pangajab
class-information = Nyuwun katrangan
card-place = Papan: { $place }
card-place-unknown = Papan: dereng dipunmangertosi
card-since = Wiwit: { $day }
card-on = Wekdal: { $day }
card-goes = Dipunterusaken dhateng: <b>{ $agency }</b>
card-goes-because = Dipunterusaken dhateng: <b>{ $agency }</b>, amargi panjenengan nyebut { $reasons }.
card-chosen = Pilihan panjenengan: <b>{ $agency }</b>. Admin kita mriksa paling telat { $day }; nomer laporan langsung panjenengan tampi.
card-unsure = Kita dereng yakin instansi pundi ingkang leres. Kintun kemawon: admin kita nemtokaken paling telat { $day }, lan nomer laporan langsung panjenengan tampi.
card-admin = Admin kita milih instansinipun paling telat { $day }. Nomer laporan langsung panjenengan tampi.
card-care = Admin kita mriksa rumiyin, paling telat { $day }. Nomer laporan langsung panjenengan tampi.
card-photo = Wonten foto? Kintun mriki kemawon.
card-when = Wiwit kapan? Serat kemawon, upaminipun “wingi”.
card-two-matters = Menawi punika prakawis sanes: kintun rumiyin ingkang punika, lajeng serat ingkang satunggalipun. Satunggal laporan dipunwangsuli satunggal instansi.
card-more = … ({ $count } aksara, sedaya tumut dipunkintun)
list-and = { $first } lan { $last }
files-photo = { $count } foto
files-video = { $count } video
files-document = { $count } dokumen
files-voice = { $count } rekaman swanten
files-missing = Wonten { $count } berkas ingkang mboten saged kita aturaken: risak, ageng sanget, utawi mbekta data pribadi ingkang mboten saged kita icali. Menawi perlu, ingkang ngintun saged dipunsuwuni ngintun malih minangka foto limrah utawi PDF.
button-send = Kintun
    .typed = inggih, nggih, kirimaken
button-change-agency = Gantos instansi
button-pick-agency = Milih piyambak
button-edit = Ewahi
button-anonymous = Anonim: { $state }
button-secret = Rahasia: { $state }
button-not-anonymous = Boten anonim
    .typed = ora anonim, mboten anonim
button-not-secret = Boten rahasia
    .typed = ora rahasia, mboten rahasia
anonymous-on = Anonim: instansi boten mirsani sinten panjenengan.
anonymous-off = Anonim dipunpejahi: instansi mirsani nami Telegram panjenengan.
secret-on = Rahasia: namung instansi ingkang dipuntuju ingkang saged maos laporan punika.
secret-off = Rahasia dipunpejahi.

## What is still missing

ask-words = Criyosaken punapa ingkang kedadosan lan wonten pundi.
ask-words-what = Criyosaken punapa ingkang kedadosan ing mrika.
ask-words-files = { $files } sampun kasimpen. Criyosaken punapa ingkang kedadosan lan wonten pundi.
ask-words-voice = { $files } sampun kasimpen, petugas ingkang badhe mirengaken. Serat sekedhik kemawon: bab punapa, lan wonten pundi.
ask-words-place = Lokasinipun sampun kasimpen: { $place }. Criyosaken punapa ingkang kedadosan.
ask-place = Wonten pundi kedadosanipun? Kintun lokasi, utawi serat nami dhusun, kecamatan, utawi kithanipun.
ask-place-again = Papan punika dereng kita tepangi. Cobi serat kecamatan lan kabupaten utawi kithanipun, upaminipun “Cibinong, Bogor”.
ask-place-noted = Sampun kita cathet. Ing kecamatan lan kabupaten utawi kitha pundi? Upaminipun “Cibinong, Bogor”.
ask-place-which = { $name } ingkang pundi?
ask-place-which-any = Papan ingkang pundi?
ask-place-one = Punapa ingkang dipunkersakaken { $place }?
place-noted = Papan: { $place }.
place-none = Inggih, admin kita badhe nyuwun pirsa papanipun menawi perlu.
button-location = Kintun lokasi
button-place-unknown = Kula boten mangertos
    .typed = mboten ngertos, boten ngertos, ora ngerti, ora weruh
button-place-other = Papan sanes
    .typed = sanes, boten
ask-when = Kapan kedadosanipun? Serat upaminipun “wingi” utawi “5 Maret”.
ask-when-again = Wekdalipun dereng kita mangertosi. Serat upaminipun “wingi”, “Senin”, utawi “5 Maret”.
button-today = Dinten punika
button-yesterday = Wingi
ask-rewrite = Serat malih laporan panjenengan. Ingkang lami kita gantos; foto lan papanipun tetep.

## Changing

edit-head = Punapa ingkang badhe panjenengan ewahi?
button-edit-text = Isi
button-edit-place = Papan
button-edit-when = Wekdal
button-edit-class = Jinis laporan
button-drop-files = Busak lampiran
button-back = Wangsul
    .typed = boten, mboten, ora, ora sida batal
button-cancel = Boten siyos
ask-class = Punika laporan jinis punapa?
agency-head = Miturut panjenengan, sinten ingkang kedah mangsuli?
button-search-agency = Padosi instansi sanes
button-admin-decides = Kula boten mangertos
ask-agency = Serat nami instansinipun, upaminipun “dishub bogor”.
agency-none = Instansi punika dereng kita panggihaken. Cobi nami sanes, utawi admin kita ingkang milih.
agency-found = Ingkang pundi?
cancel-sure = Laporan ingkang dereng dipunkintun punika badhe dipunbucal?
button-cancel-sure = Inggih, bucal
cancelled = Sampun dipunbucal. Menawi wonten sanesipun, serat kemawon.
question-cancelled = Dipunbatalaken. Boten wonten ingkang dipunkintun utawi dipunewahi.
nothing-to-cancel = Boten wonten laporan ingkang nembe dipunserat. Menawi wonten masalah, criyosaken kemawon.
draft-not-sent = Laporan punika dereng kakintun. Pencet <b>Kirim</b>, utawi serat “kirim”.
sent-already = Sampun kakintun. Punika laporan panjenengan ingkang pungkasan:
draft-waiting = Panjenengan gadhah laporan ingkang dereng dipunkintun:
button-go-on = Lajengaken
button-start-new = Wiwit enggal

## Receipt

receipt-head = Laporan sampun dipuntampi.
receipt-number = Nomer: <code>{ $number }</code>
receipt-agency = { $agency } mangsuli paling telat { $day }. Kita kabari ing mriki.
receipt-unstaffed = { $agency } dereng nampi laporan lumantar Telegram, pramila admin kita ingkang nerusaken lan nyathet wangsulanipun, paling telat { $day }. Kita kabari ing mriki.
receipt-admin = Admin kita nemtokaken instansinipun paling telat { $day }. Kita kabari ing mriki.
button-view = Mirsani laporan
button-add = Tambah katrangan
button-pin = PIN kangge akun sanes
pin-new =
    PIN kangge <code>{ $number }</code>: <code>{ $pin }</code>
    Kanthi nomer lan PIN punika, tiyang sanes saged maos kawontenan lan wangsulanipun, boten langkung. PIN saderengipun boten lumampah malih.
pin-used = PIN laporan <code>{ $number }</code> nembe dipunginakaken saking akun sanes. Menawi boten kanthi palilah panjenengan, nyuwun PIN enggal.

## My reports

mine-head = <b>Laporan panjenengan</b> ({ $count })
mine-line = <code>{ $number }</code> · { $title }
    { $state }
mine-none = Panjenengan dereng gadhah laporan. Menawi wonten masalah, criyosaken ing mriki kemawon.
button-newer = ‹ Langkung enggal
button-older = Langkung lami ›
view-head = <code>{ $number }</code> · { $kind }
view-filed = Dipunkintun { $day }
view-hidden = Isi laporan namung saged dipunwaos dening ingkang nglaporaken.
view-answers = <b>Kabar</b>
said-agency = { $day }, { $agency }: “{ $text }”
said-agency-asks = { $day }, { $agency } nyuwun pirsa: “{ $text }”
said-you = { $day }, panjenengan: “{ $text }”
said-files = (lampiran)
state-unverified = Admin kita nembe nemtokaken instansinipun, paling telat { $day }.
state-dispatched = Sampun wonten { $agency }, dipunwangsuli paling telat { $day }.
state-in-progress = Nembe dipungarap { $agency }.
state-replied = Wangsulan panjenengan sampun wonten { $agency }.
state-waiting = Nengga wangsulan panjenengan.
state-late = Wonten { $agency }, dereng dipunwangsuli. Watesipun sampun kapengker: { $day }. Nyuwun pangapunten, panjenengan kedah nengga.
state-unverified-late = Admin kita dereng nemtokaken instansinipun. Watesipun sampun kapengker: { $day }. Nyuwun pangapunten, panjenengan kedah nengga.
state-settled = Miturut { $agency } sampun rampung. Kantun nengga pamanggih panjenengan.
state-closed = Rampung.
state-closed-silent = Dipuntutup amargi dangu boten wonten kabar saking panjenengan.
state-archived = Boten dipunlajengaken.
state-withdrawn = Panjenengan suwun wangsul.
someone = instansi ingkang dipuntuju
button-reply = Wangsuli
button-withdraw = Suwun wangsul
button-withdraw-sure = Inggih, suwun wangsul
withdraw-sure = Laporan <code>{ $number }</code> badhe dipunsuwun wangsul? Instansi kendel anggenipun nggarap.
withdrawn = Laporan <code>{ $number }</code> sampun dipunsuwun wangsul.
ask-add = Punapa ingkang badhe panjenengan tambahaken ing <code>{ $number }</code>? Serat, utawi kintun foto.
added = Sampun dipuntambahaken ing <code>{ $number }</code> lan dipunterusaken dhateng { $agency }.
added-admin = Sampun dipuntambahaken ing <code>{ $number }</code>. Admin kita maos.
loose = Punika tambahan kangge laporan ingkang pundi?
button-new-report = Laporan enggal
ask-number = Serat nomeripun sasampunipun prentah, upaminipun /status LPR-7K3M-9QXD-4TC, utawi pirsani sedaya ing /laporanku.
number-mistyped = Nomeripun klentu: satunggal aksara utawi angkanipun boten cocog. Salin saking laporanipun, utawi wangsuli laporanipun mawi prentah punika.

## News for the reporter

notice-head = <code>{ $number }</code> · { $title }
notice-taken = { $agency } sampun nampi laporan panjenengan lan nembe nggarap. Wangsulan paling telat { $day }.
notice-answered = { $agency } mangsuli:
notice-contributed = { $agency }, ingkang tumut nangani, nyerat:
notice-joined-by = Sapunika { $partner } tumut nangani laporan panjenengan. Ingkang mangsuli lan nutup tetep { $agency }.
notice-stepped-out = { $partner } sampun boten tumut nangani. { $agency } tetep nggarap laporan panjenengan.
notice-answered-elsewhere = { $agency } mangsuli lumantar admin kita:
notice-asked = { $agency } mbetahaken katrangan saking panjenengan:
notice-asked-admin = Admin kita mbetahaken katrangan saking panjenengan:
notice-asked-next = Wangsuli seratan punika. Salebetipun nengga panjenengan, wates wekdalipun kendel.
notice-settled = Miturut { $agency } masalah punika sampun rampung:
notice-settled-next = Leres?
notice-sent-on = Admin kita nerusaken laporan panjenengan dhateng { $agency }. Wangsulan paling telat { $day }.
notice-sent-on-unstaffed = Admin kita nerusaken laporan panjenengan dhateng { $agency }, ingkang dereng ngginakaken layanan punika. Wangsulanipun kita cathet lan kita kabaraken ing mriki, paling telat { $day }.
notice-rerouted = Laporan panjenengan dipunalihaken dhateng { $agency }. Wates wangsulan tetep { $day }.
notice-archived = Laporan punika boten saged kita lajengaken: { $reason }. Menawi wonten katrangan enggal, kintun laporan enggal kemawon.
notice-closed-system = Amargi dangu boten wonten kabar saking panjenengan, laporan punika kita tutup. Menawi dereng rampung, criyosaken kemawon.
notice-closed-admin = Laporan punika dipuntutup admin kita. Menawi dereng rampung, criyosaken kemawon.
notice-expired = Katrangan ingkang kita tengga dereng dugi, pramila laporan punika kendel ing mriki. Menawi taksih perlu, kintun laporan enggal kemawon.
notice-files = Lampiranipun wonten ngandhap.
notice-quote = “{ $text }”
notice-delayed = Wonten dinten prei tambahan, pramila wates wekdalipun mundur dados { $day }.
remind-question = Kita taksih nengga katrangan saking panjenengan. Menawi dumugi { $day } dereng wonten, laporan punika kendel ing mriki.
remind-settled = Miturut { $agency } masalah punika sampun rampung. Leres? Menawi dumugi { $day } boten wonten kabar saking panjenengan, laporan punika kita tutup.
remind-answered = Punapa wangsulan { $agency } sampun cekap? Menawi dumugi { $day } boten wonten kabar saking panjenengan, laporan punika kita tutup.
late-answer = { $agency } dereng mangsuli dumugi wates wekdalipun. Pangarsanipun sampun kita engetaken. Nyuwun pangapunten, panjenengan kedah nengga.
late-settle = { $agency } dereng ngrampungaken dumugi wates wekdalipun. Pangarsanipun sampun kita engetaken. Nyuwun pangapunten, panjenengan kedah nengga.
late-admin = Wangsulanipun dereng wonten dumugi wates wekdalipun. Admin kita sampun dipunengetaken. Nyuwun pangapunten, panjenengan kedah nengga.
late-verify = Admin kita dereng nemtokaken instansinipun dumugi wates wekdalipun, lan sampun dipunengetaken. Nyuwun pangapunten, panjenengan kedah nengga.
archive-sara = isinipun nyenggol suku, agami, ras, utawi golongan
archive-no-evidence = dereng wonten bukti ingkang nyengkuyung
archive-unclear = isinipun dereng cekap cetha
archive-irrelevant = sanes urusan layanan pamarintah
archive-expired = kedadosanipun sampun dangu sanget
archive-wish-of-reporter = miturut panyuwun panjenengan
button-solved = Sampun rampung
    .typed = sampun, wis rampung, wis, uwis
button-unsolved = Dereng rampung
    .typed = dereng, durung, durung rampung
ask-unsolved = Punapa ingkang dereng beres? Serat kemawon, utawi kintun foto. Kita terusaken dhateng petugasipun.
unsolved-done = Sampun kita terusaken dhateng { $agency }. Laporan <code>{ $number }</code> tetep kabikak.
closed-rate = Syukur. Laporan <code>{ $number }</code> dipuntutup. Kados pundi layananipun, saking 1 (awon) dumugi 5 (sae)?
rated = Matur nuwun. Badhe nambahi katrangan? Serat kemawon, utawi kendelaken.
rated-low = Nyuwun pangapunten, layananipun dereng sae. Punapa ingkang dereng beres? Serat kemawon: laporan panjenengan sampun kita bikak malih.
rated-words = Matur nuwun, sampun kita terusaken.

## Refusals: each says what can be done

refused-not-found = Nomer punika boten kita panggihaken ing akun panjenengan. Menawi gadhah PIN-ipun, kintun nomer lan PIN sareng-sareng.
refused-not-allowed = Punika mbetahaken hak ingkang dereng panjenengan gadhahi. Menawi punika tugas panjenengan, nyuwun tautan dhateng admin instansi panjenengan.
refused-not-now = Laporan punika sampun ewah, pramila boten saged malih. Punika kawontenan ingkang paling enggal.
refused-taken = { $name } sampun langkung rumiyin nampi laporan punika.
refused-needs-reason = Pilih rumiyin alesanipun.
refused-needs-answer = Serat rumiyin wangsulanipun.
refused-needs-agency = Instansi punika boten wonten ing dhaftar. Padosi mawi nami sanes.
refused-needs-words = Criyosaken rumiyin punapa ingkang kedadosan.
refused-needs-place = Papan punika dereng kita tepangi. Cobi serat kecamatan lan kabupaten utawi kithanipun, upaminipun “Cibinong, Bogor”.
refused-no-draft = Tombol punika sampun lami. Punika kawontenan ingkang paling enggal:
refused-accused-agency = Laporan ingkang nyebut petugas instansi dipunpriksa admin rumiyin, supados boten dhawah ing tangan ingkang klentu. Kintun kemawon.
refused-invitation-spent = Tautan punika sampun dipunginakaken utawi sampun langkung wekdalipun. Nyuwun tautan enggal dhateng admin.
refused-not-in-group = Grup punika dereng kasambung kaliyan instansi. Nyuwun tautan grup dhateng admin.
refused-too-many-tries = Kathah sanget cobinipun. Cobi malih satunggal jam malih.
refused-wrong-pin = Nomer punika boten kita panggihaken ing akun panjenengan. Menawi gadhah PIN-ipun, kintun nomer lan PIN sareng-sareng.
refused-too-large = Berkas langkung saking 20 MB boten saged kita tampi saking Telegram. Kintun ingkang langkung alit; criyos lan lampiran sanes sampun aman.
refused-outside-indonesia = Titik punika wonten sajawinipun Indonesia. Kintun lokasi kedadosanipun, utawi serat nami papanipun.
refused-too-many-files = Sampun wonten { $most } lampiran, punika ingkang paling kathah. Criyosipun taksih saged dipuntambahi.
refused-needs-evidence = Instansi panjenengan nutup laporan kanthi foto bukti. Kintun fotonipun sapunika; seratan panjenengan sampun kasimpen.
refused-own-work = Ingkang panjenengan serat piyambak dipunsarujuki dening rekan utawi admin instansi.
refused-unknown-place = Ingkang wonten ing kurung kurawal punika dereng kita tepangi: { $name }. Ginakaken nomor, judul, instansi, utawi batas.
refused-too-many = Sampun wonten { $most }, punika paling kathah. Busak rumiyin ingkang boten dipunginakaken.
refused-admin-only = Laporan ingkang nyebat petugas instansi namung dipunpindhah dening admin kita.
refused-one-agency = Laporan rahasia namung dipunwaos dening instansi tujuanipun, dados instansi sanes boten dipunulemi.
refused-partnered = { $agency } sampun tumut nangani. Mangga dipunpungkasi rumiyin, lajeng ngulemi sanesipun.
refused-nobody-there = { $agency } dereng gadhah petugas wonten ngriki. Nyuwun admin supados ngulemi rumiyin.
refused-day-past = Dinten punika sampun kapengker. Pilih dinten punika utawi saksampunipun.
refused-reopen-over = Laporan punika sampun dangu dipuntutup, boten saged dipunbikak malih. Menawi taksih wonten masalah, kintun laporan enggal kemawon.
refused-last-admin = Menawi boten wonten admin, boten wonten ingkang nemtokaken instansi. Mangga ngundang admin sanes rumiyin lumantar /undang, lajeng hak punika dipuncabut.
refused-asked-already = Panyuwun panjenengan sampun dumugi admin { $agency }. Menawi dereng dipunwangsuli, mangga nyuwun malih mbenjing.
refused-already = Kawontenanipun sampun mekaten, boten wonten ingkang perlu dipunewahi.

## What cannot be read

cannot-sticker = Stiker dereng saged kita waos. Criyosaken mawi tembung, foto, utawi swanten.
cannot-poll = Jajak pendapat dereng saged kita tampi. Serat kemawon punapa ingkang kedadosan.
cannot-contact = Kontak tiyang sanes boten kita simpen. Serat kemawon punapa ingkang kedadosan.
cannot-video-note = Seratan video bunder dereng saged kita terusaken. Kintun minangka video biasa, utawi criyosaken mawi tembung.
cannot-live-location = Lokasinipun kita cathet sepisan kemawon, boten kita tut wingking.
cannot-edit = Ewah-ewahan ing seratan lami boten kita waos. Pencet <i>Ewahi</i> ing kartu, utawi serat tambahanipun.
cannot-anything = Kintunan kados mekaten dereng saged kita waos. Criyosaken mawi tembung, foto, utawi swanten.
old-button = Tombol punika sampun lami. Punika kawontenan ingkang paling enggal:
old-button-nothing = Tombol punika sampun lami. Menawi wonten masalah, criyosaken ing mriki kemawon.
fault = Wonten alangan saking pihak kita. Ingkang panjenengan kintun kasimpen lan boten ical; nembe kita dandosi. Cobi malih satunggal jam malih.
press-unknown = Bikak rumiyin bot punika sacara pribadi lajeng pencet Mulai.
unknown-command = Prentah punika boten wonten. Serat kemawon punapa ingkang kedadosan, utawi pirsani /bantuan.

## Kathah swanten kangge satunggal prekawis

similar-head = Prekawis ingkang sami sampun wonten ingkang nglapuraken:
similar-line = Bab { $sector } · { $place } · { $day } · { $count } warga
similar-join = Menawi prekawisipun sami, panjenengan saged tumut: nomeripun piyambak, kabaripun sami, lan instansi mangertos pinten warga ingkang ngentosi.
similar-own = Panjenengan sampun nglapuraken prekawis ingkang sami: <b>{ $title }</b>. Dipuntambahaken ing laporan menika?
button-join = Tumut laporan menika
button-join-nth = Tumut laporan { $count }
button-send-alone = Kintun piyambak
button-add-own = Tambah laporan menika
receipt-joined = Panjenengan tumut kaliyan warga sanes: sapunika { $count } warga.
receipt-joined-working = { $agency } saweg nggarap. Kita kabari ing mriki.
view-together = Dipunlapuraken { $count } warga sesarengan.
view-partner = { $partner } tumut nangani.
button-leave = Pisah laporan kula
left = Laporan <code>{ $number }</code> sapunika ngadeg piyambak. Watesipun tetep, kabaripun tetep dugi mriki.
notice-merged = Laporan panjenengan dipungabung kaliyan laporan warga sanes bab prekawis ingkang sami: { $count } warga. Nomer panjenengan tetep.
notice-parted = Laporan panjenengan ngadeg piyambak malih. Kabaripun tetep dugi mriki.
notice-closed-together = Warga sanes ingkang nglapuraken prekawis menika sampun ngandharaken rampung, pramila laporan menika dipuntutup. Menawi miturut panjenengan dereng, ngendika kemawon.
state-closed-together = Dipuntutup sareng laporan warga sanes.
refused-not-alike = Laporan wados, lan ingkang nyebat petugas utawi kekerasan, boten dipungabung kaliyan laporan sanes.
announced = <b>Wara-wara</b>
announced-by = <b>Wara-wara saking { $agency }</b>

## Data piyambak

data-kept =
    <b>Data panjenengan wonten mriki</b>
    Laporan: { $reports } (taksih kabikak: { $open })
    Laporan ingkang dereng dipunkintun: { $draft }
    Basa: { $language }
data-kept-office = Tugas: { $role } { $agency }
data-kept-why =
    Panjenengan sarujuk { $day }. Ancasipun: { $purpose }
    Isi laporan dipunbusak { $days } dinten sasampunipun laporan dipuntutup.
    Ingkang ngurusi: { $name }, { $contact }
button-data-copy = Kintun salinan
button-data-erase = Busak data kula
button-data-erase-sure = Inggih, busak sedaya
button-data-keep = Sampun dipunbusak
data-copy-comes = Salinanipun kita siapaken lan kita kintun mriki.
data-copy-ready = Punika sedaya ingkang kita simpen babagan panjenengan dumugi { $day }. Bikak mawi peramban.
data-erase-sure =
    <b>Busak sedaya data panjenengan?</b>
    Laporan ingkang taksih kabikak dipuntarik. Nami, isi, foto, papan, lan sedaya wangsulan dipunbusak, ugi saking chat petugas. Ingkang kantun namung angka: tanggal, instansi, kawontenan, lan biji.
    Ingkang sampun dipunsimpen petugas wonten ponselipun, lan rekaman swanten ingkang dumugi langkung saking kalih dinten kepengker, boten saged kita tarik. Punika boten saged dipunwangsulaken.
data-erase-sure-office = Tugas lan nami panjenengan minangka petugas tetep wonten, ngantos admin njabut mawi /cabut.
data-erased =
    Data panjenengan sampun dipunbusak. Laporan ingkang sapunika tanpa isi lan tanpa nami: { $count }.
    Seratan wonten mriki saged panjenengan busak piyambak. Menawi mangke betah malih, serat kemawon: kita wiwiti saking ngajeng.
data-erased-office =
    Data panjenengan minangka ingkang nglaporaken sampun dipunbusak. Laporan tanpa isi lan tanpa nami: { $count }.
    Tugas lan nami panjenengan tetep wonten, ngantos admin njabut mawi /cabut.
data-document = Data panjenengan ing SP4N-LAPOR!
data-document-of = Kangge { $name }, kadamel { $day }.
data-document-draft = Dereng dipunkintun
data-document-happened = Kedadosan: { $day }
data-document-rating = Biji panjenengan: { $stars } saking 5

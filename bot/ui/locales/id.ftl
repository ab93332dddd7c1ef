### Bahasa Indonesia: bahasa pertama bot ini.
### Kalimat pendek, ramah, memakai "Anda", tanpa tanda seru. Setiap pesan berkata apa yang terjadi berikutnya.

language-name = Bahasa Indonesia
word-yes = ya
word-no = tidak

## Sapaan dan persetujuan

not-official = <i>Ini peragaan, bukan layanan resmi.</i>
greeting =
    Selamat datang di SP4N-LAPOR!
    Ceritakan masalah, harapan, atau pertanyaan Anda. Kami carikan instansi yang harus menjawab, dan kabarnya sampai ke sini.
greeting-again =
    Ada yang ingin Anda laporkan?
    Tulis saja apa yang terjadi dan di mana. Foto dan lokasi boleh langsung dikirim.
go-ahead = Silakan. Ceritakan apa yang terjadi dan di mana. Foto dan lokasi boleh langsung dikirim.
consent =
    Selamat datang di SP4N-LAPOR! Di sini Anda bisa mengadu, mengusulkan, atau bertanya kepada instansi pemerintah.
    Untuk itu kami menyimpan nama Telegram dan isi laporan Anda. Setuju?
consent-held = Yang Anda kirim belum kami baca. Setelah Anda setuju, langsung kami lanjutkan.
consent-full =
    <b>Data Anda</b>
    Pengelola: { $name }
    Kontak: { $contact }
    Dasar hukum: { $basis }
    Tujuan: { $purpose }
    Disimpan: { $days } hari setelah laporan ditutup
    Instansi tujuan membaca laporan Anda; dengan pilihan Anonim mereka tidak melihat siapa Anda. Obrolan dengan bot Telegram tidak terenkripsi dari ujung ke ujung. Anda boleh melihat, membetulkan, dan menghapus data Anda kapan saja.
consent-declined = Baik. Yang Anda kirim sudah kami hapus dan tidak ada yang kami simpan. Kalau nanti berubah pikiran, tulis saja lagi.
consent-expired = Karena belum ada persetujuan, pesan Anda kemarin sudah kami hapus. Kalau masih perlu, tulis saja lagi.
consent-thanks = Terima kasih. Persetujuan Anda tercatat { $day }.
button-agree = Setuju
    .typed = ya, iya, oke, ok, boleh, saya setuju, setuju banget, yes, sip
button-read = Baca dulu
button-decline = Tidak
    .typed = nggak, gak, ga, enggak, tidak setuju, tidak mau, gak mau, ga mau, nggak mau, ogah, gak setuju, ga setuju, nggak setuju, no
you-are-welcome = Sama-sama. Kalau ada masalah lain, tulis saja di sini.
ask-somebody =
    Setiap laporan dibaca dan dijawab oleh orang: petugas instansi dan admin kami. Tulis saja masalahnya di sini, jawabannya sampai ke chat ini.
    Perlu bicara langsung? Hubungi { $contact }. Keadaan darurat: telepon <b>112</b>.
help =
    <b>Cara melapor</b>
    Tulis saja apa yang terjadi dan di mana. Foto, video, suara, dan lokasi boleh dikirim kapan saja.

    /laporanku – laporan Anda dan kabarnya
    /status NOMOR – keadaan satu laporan
    /batal – membuang laporan yang belum dikirim
    /bahasa – mengganti bahasa
    /dataku – melihat, menyalin, menghapus data Anda
    /bantuan – pesan ini

    Keadaan darurat: telepon <b>112</b>.
help-officer =

    <b>Petugas</b>
    /antrian – laporan yang menunggu Anda
    /riwayat NOMOR – riwayat satu laporan
    Ketik nomor laporan untuk membuka kartunya.
    Jawab dengan membalas kartu laporan, atau tekan <i>Jawab</i>.
    Petugas baru berlatih dengan sepuluh laporan karangan: minta pengelola membuka <code>lapor-bot demo --latihan</code>.
help-office-admin =

    <b>Admin instansi</b>
    /aturan – aturan instansi
    /template – templat jawaban
    /petugas – petugas Anda: mengundang dan mencabut
help-admin =

    <b>Admin</b>
    /antrian – yang menunggu keputusan
    /instansi – instansi dan petugasnya
    /undang – tautan untuk petugas, grup, atau admin
    /petugas NAMA INSTANSI – siapa yang bekerja di sana
    /cabut NAMA INSTANSI – mencabut hak
    /kenapa NOMOR – mengapa instansi itu yang disarankan
    /katakunci – kata kunci pemilih instansi
    /riwayat NOMOR – riwayat satu laporan
    /libur – hari libur tambahan
    /gabung NOMOR – menggabung atau memisahkan laporan
language-ask = Bahasa apa yang Anda pakai?
language-set = Baik, kita pakai Bahasa Indonesia.

welcome-admin = Anda kini admin. Yang menunggu keputusan ada di /antrian, petunjuknya di /bantuan.
command-laporanku = Laporan saya dan kabarnya
command-status = Keadaan satu laporan
command-batal = Buang laporan yang belum dikirim
command-bahasa = Ganti bahasa
command-dataku = Lihat, salin, atau hapus data saya
command-bantuan = Cara melapor

## Bahaya

danger-fire = Bila api masih menyala, telepon <b>113</b> atau <b>112</b> sekarang.
danger-crime = Bila kejadiannya masih berlangsung, telepon <b>110</b> atau <b>112</b> sekarang.
danger-ambulance = Bila ada yang perlu pertolongan segera, telepon <b>119</b> atau <b>112</b> sekarang.
danger-disaster = Bila Anda atau orang lain dalam bahaya, telepon <b>112</b> sekarang.
care-accuses = Laporan ini menyebut petugas. Karena itu tidak langsung diteruskan ke instansinya: admin kami memeriksa dulu dan memilih pengawas yang tepat. Anda juga bisa melapor ke saluran pengaduan (WBS) instansi itu atau ke KPK (198).
care-violence = Untuk kekerasan terhadap perempuan dan anak, SAPA <b>129</b> siap dihubungi kapan saja. Sebaiknya laporan ini dibuat Rahasia.

## Kartu laporan yang sedang ditulis

card-head = <b>Laporan Anda</b> · { $kind }
class-complaint = Pengaduan
class-wish = Aspirasi
class-information = Permintaan Informasi
card-place = Tempat: { $place }
card-place-unknown = Tempat: belum diketahui
card-since = Sejak: { $day }
card-on = Waktu: { $day }
card-goes = Diteruskan ke: <b>{ $agency }</b>
card-goes-because = Diteruskan ke: <b>{ $agency }</b>, karena Anda menyebut { $reasons }.
card-chosen = Pilihan Anda: <b>{ $agency }</b>. Admin kami memeriksanya paling lambat { $day }; nomor laporan langsung Anda dapat.
card-unsure = Kami belum yakin instansi mana yang tepat. Kirim saja: admin kami menentukannya paling lambat { $day }, dan nomor laporan langsung Anda dapat.
card-admin = Admin kami memilih instansinya paling lambat { $day }. Nomor laporan langsung Anda dapat.
card-care = Admin kami memeriksanya lebih dulu, paling lambat { $day }. Nomor laporan langsung Anda dapat.
card-photo = Ada foto? Kirim saja ke sini.
card-when = Sejak kapan? Tulis saja, misalnya “sejak kemarin”.
card-two-matters = Bila ini masalah lain: kirim dulu yang ini, lalu tulis yang satu lagi. Satu laporan dijawab satu instansi.
card-more = … ({ $count } huruf, semuanya ikut terkirim)
list-and = { $first } dan { $last }
files-photo = { $count } foto
files-video = { $count } video
files-document = { $count } dokumen
files-voice = { $count } rekaman suara
files-missing = Ada { $count } berkas yang tidak bisa kami sampaikan: rusak, terlalu besar, atau membawa data pribadi yang tidak bisa kami hapus. Bila perlu, minta pengirimnya mengirim lagi sebagai foto biasa atau PDF.
button-send = Kirim
    .typed = ya, iya, ok, oke, okey, sip, uwis, wis, sdh, udh, ud, sampun, betul, benar, sudah benar, sudah betul, udah bener, bener, lanjut, lanjutkan, setuju, kirimkan, kirim laporan, kirim sekarang, sudah, udah, send, yes
button-change-agency = Ganti instansi
    .typed = ganti dinas, salah instansi, salah dinas, bukan instansi itu, instansinya salah
button-pick-agency = Pilih sendiri
button-edit = Ubah
    .typed = edit, ralat, perbaiki, koreksi, ada yang salah, salah
button-anonymous = Anonim: { $state }
    .typed = anonimkan, tanpa nama, jangan pakai nama, sembunyikan nama saya, rahasiakan nama saya, rahasiakan identitas saya, jangan sebut nama saya, jangan pakai nama saya, jangan kasih tau nama saya, secara anonim, lapor anonim, mau anonim, pakai anonim, saya takut
button-secret = Rahasia: { $state }
    .typed = rahasiakan, rahasiakan laporan ini
button-not-anonymous = Tidak anonim
    .typed = jangan anonim, gak anonim, nggak anonim, gak jadi anonim, ga jadi anonim, tidak jadi anonim, batal anonim, gak usah anonim, pakai nama saya, tampilkan nama saya
button-not-secret = Tidak rahasia
    .typed = jangan rahasia, gak rahasia, gak jadi rahasia, ga jadi rahasia, tidak jadi rahasia, gak usah rahasia
anonymous-on = Anonim: instansi tidak melihat siapa Anda.
anonymous-off = Anonim dimatikan: instansi melihat nama Telegram Anda.
secret-on = Rahasia: hanya instansi tujuan yang bisa membaca laporan ini.
secret-off = Rahasia dimatikan.

## Yang masih kurang

ask-words = Ceritakan apa yang terjadi dan di mana.
ask-words-what = Ceritakan apa yang terjadi di sana.
ask-words-files = { $files } sudah tersimpan. Ceritakan apa yang terjadi dan di mana.
ask-words-voice = { $files } sudah tersimpan, petugas yang mendengarkannya. Tulis sedikit saja: tentang apa, dan di mana.
ask-words-place = Lokasinya sudah tersimpan: { $place }. Ceritakan apa yang terjadi.
ask-place = Di mana kejadiannya? Kirim lokasi, atau tulis nama desa, kecamatan, atau kotanya.
ask-place-again = Tempat itu belum kami kenal. Coba tulis kecamatan dan kabupaten atau kotanya, misalnya “Cibinong, Bogor”.
ask-place-noted = Sudah kami catat. Di kecamatan dan kabupaten atau kota mana itu? Misalnya “Cibinong, Bogor”.
ask-place-which = { $name } yang mana?
ask-place-which-any = Tempat yang mana?
ask-place-one = Maksud Anda { $place }?
place-noted = Tempat: { $place }.
place-none = Baik, admin kami akan menanyakan tempatnya bila perlu.
button-location = Kirim lokasi
button-place-unknown = Saya tidak tahu
    .typed = tidak tahu, gak tahu, ga tahu, nggak tahu, gak tau, ga tau, nggak tau, gatau, tdk tahu, tidak tau, kurang tahu, kurang tau, entah, lupa
button-place-other = Tempat lain
    .typed = bukan, bukan itu, bukan di situ, salah, tidak, nggak, gak, ga, enggak
ask-when = Kapan kejadiannya? Tulis misalnya “kemarin” atau “5 Maret”.
ask-when-again = Waktunya belum kami pahami. Tulis misalnya “kemarin”, “sejak Senin”, atau “5 Maret”.
button-today = Hari ini
button-yesterday = Kemarin
ask-rewrite = Tulis ulang laporan Anda. Yang lama kami ganti; foto dan tempatnya tetap.

## Mengubah

edit-head = Apa yang ingin Anda ubah?
button-edit-text = Isi
    .typed = ganti isi, ubah isi, ganti tulisan, ganti teks, tulis ulang, isinya salah, salah tulis, salah ketik
button-edit-place = Tempat
    .typed = ganti tempat, ganti lokasi, ubah tempat, ubah lokasi, salah tempat, salah lokasi, tempatnya salah, lokasinya salah, lokasi salah, tempat salah
button-edit-when = Waktu
    .typed = ganti waktu, ubah waktu, ganti tanggal, salah tanggal, waktunya salah, tanggalnya salah
button-edit-class = Jenis laporan
button-drop-files = Hapus lampiran
button-back = Kembali
    .typed = kembali ke laporan, tidak jadi diubah, tidak, nggak, gak, ga, enggak, jangan, jangan dibuang, gak jadi batal, ga jadi batal, nggak jadi batal, tidak jadi batal
button-cancel = Batal
    .typed = batalkan, batalin, batalkan laporan, batalkan laporan saya, batal lapor, gak jadi, ga jadi, gajadi, nggak jadi, tidak jadi, gak jadi lapor, hapus laporan ini, hapus laporan, hapus laporannya, buang
ask-class = Ini laporan jenis apa?
agency-head = Siapa yang menurut Anda harus menjawab?
button-search-agency = Cari instansi lain
button-admin-decides = Saya tidak tahu
ask-agency = Tulis nama instansinya, misalnya “dishub bogor”.
agency-none = Instansi itu belum kami temukan. Coba nama lain, atau biarkan admin kami memilih.
agency-found = Yang mana?
cancel-sure = Buang laporan yang belum dikirim ini?
button-cancel-sure = Ya, buang
    .typed = ya, iya, ok, oke, buang, ya buang, hapus, batal, jadi batal, yakin
cancelled = Sudah dibuang. Kalau ada yang lain, tulis saja.
question-cancelled = Dibatalkan. Tidak ada yang dikirim atau diubah.
nothing-to-cancel = Tidak ada laporan yang sedang ditulis. Kalau ada masalah, ceritakan saja.
draft-not-sent = Laporan ini belum terkirim. Tekan <b>Kirim</b>, atau tulis “kirim”.
sent-already = Sudah terkirim. Ini laporan terakhir Anda:
draft-waiting = Anda punya laporan yang belum dikirim:
button-go-on = Lanjutkan
    .typed = ya, iya, ok, oke, lanjut, teruskan
button-start-new = Mulai baru
    .typed = baru, mulai lagi, mulai dari awal

## Tanda terima

receipt-head = Laporan diterima.
receipt-number = Nomor: <code>{ $number }</code>
receipt-agency = { $agency } menjawab paling lambat { $day }. Kami kabari Anda di sini.
receipt-unstaffed = { $agency } belum menerima laporan lewat Telegram, jadi admin kami yang meneruskan dan mencatat jawabannya, paling lambat { $day }. Kami kabari Anda di sini.
receipt-admin = Admin kami menentukan instansinya paling lambat { $day }. Kami kabari Anda di sini.
button-view = Lihat laporan
button-add = Tambah keterangan
button-pin = PIN untuk akun lain
pin-new =
    PIN untuk <code>{ $number }</code>: <code>{ $pin }</code>
    Dengan nomor dan PIN ini, orang lain bisa membaca keadaan dan jawabannya, tidak lebih. PIN sebelumnya tidak berlaku lagi.
pin-used = PIN laporan <code>{ $number }</code> baru saja dipakai dari akun lain. Bila itu bukan atas izin Anda, minta PIN baru.

## Laporan saya

mine-head = <b>Laporan Anda</b> ({ $count })
mine-line = <code>{ $number }</code> · { $title }
    { $state }
mine-none = Anda belum punya laporan. Kalau ada masalah, ceritakan saja di sini.
button-newer = ‹ Lebih baru
button-older = Lebih lama ›
view-head = <code>{ $number }</code> · { $kind }
view-filed = Dikirim { $day }
view-hidden = Isi laporan hanya terlihat oleh pelapornya.
view-answers = <b>Kabar</b>
said-agency = { $day }, { $agency }: “{ $text }”
said-agency-asks = { $day }, { $agency } bertanya: “{ $text }”
said-you = { $day }, Anda: “{ $text }”
said-files = (lampiran)
state-unverified = Admin kami sedang menentukan instansinya, paling lambat { $day }.
state-dispatched = Sudah di { $agency }, dijawab paling lambat { $day }.
state-in-progress = Sedang dikerjakan { $agency }.
state-replied = Tanggapan Anda sudah di { $agency }.
state-waiting = Menunggu jawaban Anda.
state-late = Di { $agency }, belum dijawab. Batasnya sudah lewat: { $day }. Maaf, Anda harus menunggu.
state-unverified-late = Admin kami belum menentukan instansinya. Batasnya sudah lewat: { $day }. Maaf, Anda harus menunggu.
state-settled = Menurut { $agency } sudah selesai. Tinggal menunggu pendapat Anda.
state-closed = Selesai.
state-closed-silent = Ditutup karena lama tidak ada kabar dari Anda.
state-archived = Tidak dilanjutkan.
state-withdrawn = Anda tarik kembali.
someone = instansi tujuan
button-reply = Balas
button-withdraw = Tarik laporan
button-withdraw-sure = Ya, tarik
    .typed = ya, iya, ok, oke, tarik, yakin
withdraw-sure = Tarik laporan <code>{ $number }</code>? Instansi berhenti mengerjakannya.
withdrawn = Laporan <code>{ $number }</code> sudah ditarik.
ask-add = Apa yang ingin Anda tambahkan pada <code>{ $number }</code>? Tulis, atau kirim foto.
added = Sudah ditambahkan pada <code>{ $number }</code> dan diteruskan ke { $agency }.
added-admin = Sudah ditambahkan pada <code>{ $number }</code>. Admin kami membacanya.
loose = Ini tambahan untuk laporan yang mana?
button-new-report = Laporan baru
    .typed = baru, laporan lain, lapor baru, masalah lain, bukan
ask-number = Tulis nomornya sesudah perintah, misalnya /status LPR-7K3M-9QXD-4TC, atau lihat semuanya di /laporanku.

## Kabar untuk pelapor

notice-head = <code>{ $number }</code> · { $title }
notice-taken = { $agency } sudah menerima laporan Anda dan sedang mengerjakannya. Jawaban paling lambat { $day }.
notice-answered = { $agency } menjawab:
notice-contributed = { $agency }, yang ikut menangani, menulis:
notice-joined-by = { $partner } kini ikut menangani laporan Anda. { $agency } tetap yang menjawab dan menutupnya.
notice-stepped-out = { $partner } tidak ikut menangani lagi. { $agency } tetap mengerjakan laporan Anda.
notice-asked = { $agency } perlu keterangan dari Anda:
notice-asked-next = Balas pesan ini. Selama menunggu Anda, batas waktunya berhenti.
notice-settled = Menurut { $agency } masalah ini sudah selesai:
notice-settled-next = Betul?
notice-sent-on = Admin kami meneruskan laporan Anda ke { $agency }. Jawaban paling lambat { $day }.
notice-sent-on-unstaffed = Admin kami meneruskan laporan Anda ke { $agency }, yang belum memakai layanan ini. Jawabannya kami catat dan kabarkan di sini, paling lambat { $day }.
notice-rerouted = Laporan Anda dialihkan ke { $agency }. Batas jawaban tetap { $day }.
notice-archived = Laporan ini tidak bisa kami lanjutkan: { $reason }. Kalau ada keterangan baru, kirim saja laporan baru.
notice-quote = “{ $text }”
notice-delayed = Ada hari libur tambahan, jadi batas waktunya bergeser menjadi { $day }.
remind-question = Kami masih menunggu keterangan dari Anda. Bila sampai { $day } belum ada, laporan ini berhenti di sini.
remind-settled = Menurut { $agency } masalah ini sudah selesai. Betul? Bila sampai { $day } tidak ada kabar dari Anda, laporan ini kami tutup.
remind-answered = Sudah cukupkah jawaban { $agency }? Bila sampai { $day } tidak ada kabar dari Anda, laporan ini kami tutup.
late-answer = { $agency } belum menjawab sampai batas waktunya. Kami sudah mengingatkan atasannya. Maaf, Anda harus menunggu.
late-settle = { $agency } belum menyelesaikannya sampai batas waktunya. Kami sudah mengingatkan atasannya. Maaf, Anda harus menunggu.
late-admin = Jawabannya belum ada sampai batas waktunya. Admin kami sudah diingatkan dan mengejarnya. Maaf, Anda harus menunggu.
late-verify = Admin kami belum menentukan instansinya sampai batas waktunya, dan sudah diingatkan. Maaf, Anda harus menunggu.
archive-sara = isinya menyinggung suku, agama, ras, atau golongan
archive-no-evidence = belum ada bukti yang mendukung
archive-unclear = isinya belum cukup jelas
archive-irrelevant = bukan urusan pelayanan pemerintah
archive-expired = kejadiannya sudah terlalu lama
archive-wish-of-reporter = sesuai permintaan Anda
button-solved = Sudah selesai
    .typed = sudah nyala, udah nyala, sudah bagus, udah bagus, sudah bersih, sudah lancar, sudah normal, sudah baik, udah diperbaiki, sudah diganti, sudah saya terima, sudah, udah, sdh, sudah beres, beres, udah beres, selesai, udah selesai, sdh selesai, ya, iya, betul, benar, ya sudah, sudah diperbaiki
button-unsolved = Belum selesai
    .typed = belum, blm, belum beres, blm selesai, blm beres, tidak, nggak, belum sama sekali, masih belum, masih rusak
ask-unsolved = Apa yang belum beres? Tulis saja, atau kirim foto. Kami teruskan ke petugasnya.
unsolved-done = Sudah kami teruskan ke { $agency }. Laporan <code>{ $number }</code> tetap terbuka.
closed-rate = Syukurlah. Laporan <code>{ $number }</code> ditutup. Bagaimana layanannya, dari 1 (buruk) sampai 5 (baik)?
rated = Terima kasih. Mau menambahkan sesuatu? Tulis saja, atau abaikan.
rated-low = Maaf, layanannya belum baik. Apa yang belum beres? Tulis saja: laporan Anda sudah kami buka lagi.
rated-words = Terima kasih, sudah kami teruskan.

## Penolakan: selalu berkata apa yang bisa dilakukan

refused-not-found = Nomor ini tidak kami temukan pada akun Anda. Bila Anda punya PIN-nya, kirim nomor dan PIN bersama-sama.
refused-not-allowed = Untuk ini perlu hak yang belum Anda punya. Bila ini tugas Anda, minta tautannya dari admin instansi Anda.
refused-not-now = Laporan ini sudah berubah, jadi itu tidak bisa lagi. Ini keadaan terbarunya.
refused-taken = { $name } sudah lebih dulu menerima laporan ini.
refused-needs-reason = Pilih dulu alasannya.
refused-needs-answer = Tulis dulu jawabannya.
refused-needs-agency = Instansi itu tidak ada di daftar. Cari dengan nama lain.
refused-unread-period = “{ $words }” belum kami kenal sebagai periode atau instansi. Coba “kemarin”, “minggu lalu”, “bulan ini”, “30 hari”, “triwulan 3 2026”, “2026”, atau nama instansinya.
refused-not-your-agency = Angka dan lembar { $agency } dibuka oleh admin instansinya sendiri. Tanpa nama instansi, yang keluar milik instansi Anda.
refused-needs-words = Ceritakan dulu apa yang terjadi.
refused-needs-place = Tempat itu belum kami kenal. Coba tulis kecamatan dan kabupaten atau kotanya, misalnya “Cibinong, Bogor”.
refused-no-draft = Tombol ini sudah lama. Ini keadaan terbaru:
refused-accused-agency = Laporan yang menyebut petugas suatu instansi diperiksa admin dulu, supaya tidak jatuh ke tangan yang salah. Kirim saja.
refused-invitation-spent = Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru kepada admin.
refused-not-in-group = Grup ini belum terhubung dengan instansi. Minta tautan grup kepada admin.
refused-too-many-tries = Terlalu banyak percobaan. Coba lagi satu jam lagi.
refused-wrong-pin = Nomor ini tidak kami temukan pada akun Anda. Bila Anda punya PIN-nya, kirim nomor dan PIN bersama-sama.
refused-too-large = Berkas di atas 20 MB tidak bisa kami terima dari Telegram. Kirim yang lebih kecil; cerita dan lampiran lain sudah aman.
refused-outside-indonesia = Titik itu di luar Indonesia. Kirim lokasi kejadiannya, atau tulis nama tempatnya.
refused-too-many-files = Sudah { $most } lampiran, itu yang terbanyak. Ceritanya masih bisa ditambah.
refused-needs-evidence = Instansi Anda menutup laporan dengan foto bukti. Kirim fotonya sekarang; tulisan Anda sudah tersimpan.
refused-own-work = Penutupan yang Anda tulis sendiri disetujui rekan atau admin instansi Anda.
refused-unknown-place = Yang di dalam kurung kurawal itu belum kami kenal: { $name }. Pakai nomor, judul, instansi, atau batas.
refused-too-many = Sudah ada { $most }, itu yang terbanyak. Hapus dulu yang tidak dipakai.
refused-admin-only = Laporan yang menyebut petugas suatu instansi hanya dipindahkan oleh admin kami.
refused-one-agency = Laporan rahasia hanya dibaca instansi tujuannya, jadi instansi lain tidak diundang.
refused-partnered = { $agency } sudah ikut menangani. Akhiri dulu keikutsertaannya, lalu undang yang lain.
refused-nobody-there = { $agency } belum punya petugas di sini, jadi belum bisa diundang. Minta admin mengundang petugasnya dulu.
refused-day-past = Hari itu sudah lewat. Pilih hari ini atau sesudahnya.
refused-reopen-over = Laporan ini sudah terlalu lama ditutup untuk dibuka lagi. Kalau masih ada masalah, kirim saja laporan baru.
refused-last-admin = Tanpa admin tidak ada yang menentukan instansi. Undang admin lain dulu lewat /undang, lalu cabut hak ini.
refused-asked-already = Permintaan Anda sudah ada pada admin { $agency }. Bila belum dijawab, minta lagi besok.
refused-already = Sudah begitu keadaannya, tidak ada yang perlu diubah.

## Yang tidak bisa dibaca

cannot-sticker = Stiker belum bisa kami baca. Ceritakan dengan kata, foto, atau suara.
cannot-poll = Jajak pendapat belum bisa kami terima. Tulis saja apa yang terjadi.
cannot-contact = Kontak orang lain tidak kami simpan. Tulis saja apa yang terjadi.
cannot-video-note = Pesan video bulat belum bisa kami teruskan. Kirim sebagai video biasa, atau ceritakan dengan kata.
cannot-live-location = Lokasinya kami catat sekali saja, tidak kami ikuti.
cannot-edit = Perubahan pada pesan lama tidak kami baca. Tekan <i>Ubah</i> pada kartu, atau tulis tambahannya.
cannot-anything = Kiriman seperti ini belum bisa kami baca. Ceritakan dengan kata, foto, atau suara.
old-button = Tombol ini sudah lama. Ini keadaan terbaru:
old-button-nothing = Tombol ini sudah lama. Kalau ada masalah, ceritakan saja di sini.
fault = Ada gangguan di pihak kami. Yang Anda kirim tersimpan dan tidak hilang; kami perbaiki. Coba lagi satu jam lagi.
press-unknown = Buka dulu bot ini secara pribadi dan tekan Mulai.
unknown-command = Perintah itu tidak ada. Tulis saja apa yang terjadi, atau lihat /bantuan.

### Petugas, admin, dan grup: kata-kata kantor yang mereka pakai sendiri.

## Kartu petugas

case-head = <code>{ $number }</code> · { $kind } · <b>{ $state }</b>
case-state-new = baru
case-state-taken = diterima
case-state-unverified = belum terverifikasi
case-state-in-progress = ditindaklanjuti
case-state-settled = menunggu konfirmasi pelapor
case-state-replied = ditanggapi pelapor
case-state-waiting = menunggu kelengkapan
case-state-closed-by-reporter = ditutup oleh pelapor
case-state-closed-by-system = ditutup oleh sistem
case-state-closed-by-admin = ditutup oleh admin
case-state-archived-by-admin = diarsipkan oleh admin
case-state-archived-by-system = diarsipkan oleh sistem
case-state-archived-by-reporter = ditarik pelapor
case-state-blocked = konten terblokir
case-map = <a href="https://www.openstreetmap.org/?mlat={ $latitude }&amp;mlon={ $longitude }#map=17/{ $latitude }/{ $longitude }">peta</a>
case-no-place = tempat belum diketahui
case-happened = kejadian { $day }
case-since = sejak { $day }
case-reporter = pelapor: { $name }
case-reporter-anonymous = pelapor: anonim
case-guarded = Isinya hanya dibuka di chat pribadi · sektor { $sector }
case-secret = Rahasia: hanya untuk instansi ini.
case-nobody = Belum ada petugas terdaftar, jadi admin yang menangani. Minta akses: kirim /start di grup ini.
case-partner = Ditangani { $agency } <b>bersama { $partner }</b>
case-due = Batas tanggapan: { $day } ({ $left })
case-due-verify = Batas verifikasi: { $day } ({ $left })
case-overdue = <b>Lewat batas</b> tanggapan: { $day } ({ $left })
case-overdue-verify = <b>Lewat batas</b> verifikasi: { $day } ({ $left })
case-due-settle = Batas penyelesaian: { $day } ({ $left })
case-overdue-settle = <b>Lewat batas</b> penyelesaian: { $day } ({ $left })
case-due-law = Batas UU 14/2008: { $day }
case-left = { $days } hari kerja lagi
case-left-today = hari ini
case-late = lewat { $days } hari kerja
case-stopped = Batas berhenti selama menunggu pelapor.
case-taken-by = <b>diterima</b> oleh { $name }, { $moment }
case-given-to = Diserahkan kepada { $name }, belum diterima
case-answered-at = Tanggapan pertama { $moment }
case-unsolved = Pelapor sudah { $times } kali menyatakan belum selesai.
case-rated = Penilaian pelapor: { $stars } dari 5
case-more = … ({ $count } huruf, selengkapnya lewat <i>Lainnya</i> atau /antrian)
case-said = { $moment } · { $who }: “{ $text }”{ $mark }
case-said-answer = jawaban
case-said-question = minta kelengkapan
case-said-closing = penyelesaian
case-said-reply = pelapor
case-said-unsolved = pelapor, belum selesai
case-said-hand-back = bukan wewenang
case-said-rating = pelapor, penilaian
case-said-proposal = usul penutupan
case-said-note = catatan internal
case-said-contribution = hasil kerja
case-said-by = { $kind }, { $agency }
case-said-files = (lampiran)
case-mark-arrived = { " " }· sampai ke warga
case-mark-blocked = { " " }· belum sampai, warga memblokir bot
case-mark-waiting = { " " }· sedang dikirim
case-away = <code>{ $number }</code> · dialihkan ke { $agency }
case-away-admin = <code>{ $number }</code> · ditangani admin
case-withdrawn = <code>{ $number }</code> · kartu ditarik
case-stepped-out = <code>{ $number }</code> · tidak ikut menangani lagi
case-toast-taken = Laporan ini Anda terima.
case-toast-opened = Dikirim ke chat pribadi Anda.
case-opened-private = Isi laporan ini hanya dibuka di chat pribadi. Kartunya sudah kami kirim ke sana.
case-cannot-answer = Laporan <code>{ $number }</code> sudah { $state }, jadi tidak bisa dijawab lagi.
button-take = Terima
button-answer = Jawab
button-ask = Minta kelengkapan
button-hand-back = Bukan wewenang
button-settle = Selesai
button-more = Lainnya
button-open = Buka
button-open-private = Buka di chat pribadi
button-whole = Baca selengkapnya
button-history = Riwayat
button-card = Kartu laporan
queue-head-all = <b>Antrian</b>, paling mendesak di atas
queue-head-mine = <b>Antrian: milik saya</b>
queue-head-new = <b>Antrian: baru</b>, belum diterima siapa pun
queue-head-soon = <b>Antrian: segera jatuh tempo</b>, dalam dua hari kerja
queue-head-late = <b>Antrian: lewat batas</b>
queue-head-reporter = <b>Antrian: menunggu pelapor</b>, sudah diminta melengkapi
queue-head-invited = <b>Antrian: ikut menangani</b>, diundang instansi lain
queue-empty = Tidak ada lagi di bagian ini.
button-queue-all = Semua: { $count }
button-queue-mine = Milik saya: { $count }
button-queue-new = Baru: { $count }
button-queue-soon = Segera tempo: { $count }
button-queue-late = Lewat batas: { $count }
button-queue-desk = Antrian admin
button-queue-office = Antrian instansi
button-queue-reporter = Menunggu pelapor: { $count }
button-queue-invited = Ikut menangani: { $count }
queue-none = Tidak ada laporan yang menunggu. Laporan baru datang sendiri ke sini atau ke grup instansi Anda.
queue-line = <code>{ $number }</code> · { $title }
    { $state } · batas { $day }
queue-line-asked = <code>{ $number }</code> · { $title }
    menunggu pelapor sejak { $day }

## Bukan wewenang

back-head = <code>{ $number }</code>: mengapa bukan wewenang instansi Anda? Laporan tetap terbuka dan kembali ke admin.
back-who = Menurut Anda, siapa yang berwenang? Anda juga boleh menulis catatan untuk admin.
back-who-noted = Catatan untuk admin tersimpan. Menurut Anda, siapa yang berwenang?
back-search = Tulis nama instansi yang menurut Anda berwenang, misalnya “dinas pu bogor”. Di grup: balas pesan ini.
back-found = Yang mana?
back-none = Instansi itu belum kami temukan. Coba nama lain, atau tekan <i>Tidak tahu</i>.
back-done = <code>{ $number }</code> · dikembalikan ke admin
back-done-to = <code>{ $number }</code> · dikembalikan ke admin, usul: { $agency }
button-back-o = Wewenang instansi lain
button-back-l = Wewenang pusat/provinsi
button-back-p = Di luar wilayah kami
button-back-u = Isinya tidak jelas
back-reason-o = wewenang instansi lain
back-reason-l = wewenang tingkat pemerintahan lain
back-reason-p = di luar wilayah kerja
back-reason-u = isinya tidak jelas
button-search = Cari instansi
button-unknown = Tidak tahu

## Menulis kepada pelapor

compose-answer = Tulis jawaban untuk <code>{ $number }</code>. Foto boleh ikut. Pelapor membacanya setelah Anda menekan <i>Kirim ke pelapor</i>.
compose-ask = Apa yang perlu dilengkapi pelapor <code>{ $number }</code>? Tulis pertanyaannya. Batas waktu berhenti sampai pelapor menjawab.
compose-settle = Apa hasilnya untuk <code>{ $number }</code>? Tulis jawaban penutup, foto boleh ikut. Pelapor yang menyatakan selesai atau belum.
compose-contribute = Tulis hasil kerja instansi Anda untuk <code>{ $number }</code>. Foto boleh ikut. Pelapor membacanya atas nama instansi Anda; batas dan penutupan tetap pada instansi penanggung jawab.
compose-reply-here = Balas pesan ini.
compose-elsewhere = Tulis jawaban yang diberikan { $agency }, sebagaimana mereka sampaikan.
compose-needs-words = Lampiran tersimpan. Tulis juga kalimatnya, supaya pelapor mengerti.
compose-preview = <b>Begini pelapor membacanya:</b>
compose-files = Lampiran ikut terkirim.
compose-sent = <code>{ $number }</code> · dikirim ke pelapor, { $moment }
compose-sent-next = Kartu laporan menunjukkan apakah sudah sampai.
compose-cancelled = <code>{ $number }</code>: tidak ada yang dikirim.
compose-none = Tidak ada tulisan Anda yang menunggu dikirim di sini. Mungkin milik rekan Anda, atau sudah dikirim.
compose-meanwhile = Sementara Anda menulis, laporan ini berubah. Baca dulu, lalu tekan <i>Kirim ke pelapor</i> sekali lagi bila masih perlu.
compose-unsent = <code>{ $number }</code>: belum terkirim, karena laporan ini sudah berubah. Keadaan terbarunya ada di kartu. Tulisan Anda:
compose-unsent-files = Lampiran Anda juga belum terkirim.
button-send-reporter = Kirim ke pelapor

## Kabar untuk petugas dan admin

said-head = <code>{ $number }</code> · { $title }
said-head-guarded = <code>{ $number }</code>
said-reply = Pelapor menanggapi:
said-unsolved = Pelapor menyatakan belum selesai:
said-unsolved-again = Pelapor sudah { $times } kali menyatakan belum selesai, karena itu laporan ini juga sampai kepada Anda:
warned-verify = Verifikasi dan disposisi ditunggu paling lambat { $day }.
warned-answer = Tanggapan pertama ditunggu paling lambat { $day }.
warned-settle = Penyelesaian ditunggu paling lambat { $day }.
warned-late-verify = <b>Lewat batas</b>: verifikasi dan disposisi ditunggu paling lambat { $day }.
warned-late-answer = <b>Lewat batas</b>: tanggapan pertama ditunggu paling lambat { $day }.
warned-late-settle = <b>Lewat batas</b>: penyelesaian ditunggu paling lambat { $day }.
warned-at = Di { $agency }.
warned-told = Petugas dan admin instansinya sudah diingatkan.
warned-told-admins = Admin nasional juga sudah dikabari.
warned-unsolved = Pelapor sudah { $times } kali menyatakan belum selesai, karena itu laporan ini juga sampai kepada Anda.
days-off-head = <b>Hari libur tambahan</b>
days-off-none = Belum ada hari libur tambahan. Libur nasional dan cuti bersama sudah dihitung.
days-off-line = { $day }: { $name }
days-off-how = Menambah hari libur: /libur 2026-12-24 Cuti daerah
days-off-added = { $day } kini hari libur ({ $name }). Batas waktu yang bergeser dikabarkan kepada pelapornya.
days-off-removed = { $day } kini hari kerja lagi. Batas yang sudah dijanjikan tidak berubah.
days-off-unread = Tanggalnya belum terbaca. Tulis misalnya /libur 2026-12-24 Cuti daerah.
button-day-off-remove = Hapus { $date }
said-rating = Catatan pelapor untuk penilaiannya ({ $stars } dari 5):
said-rating-only = Catatan pelapor:
said-guarded = Pelapor menanggapi. Buka di chat pribadi untuk membacanya.
moved-away = <code>{ $number }</code> dialihkan ke { $agency }. Anda tidak perlu menindaklanjutinya lagi.
moved-away-quiet = <code>{ $number }</code> kini ditangani admin. Anda tidak perlu menindaklanjutinya lagi.
undelivered-report = <code>{ $number }</code> belum sampai ke petugas { $agency }: chat atau grupnya tidak bisa dihubungi.
undelivered-agency = Grup { $agency } tidak bisa dihubungi lagi dan sudah dilepas. Buat tautan grup baru lewat /undang bila perlu.
undelivered = Ada kabar yang tidak bisa disampaikan kepada petugas.
undelivered-unread = Tidak ada lagi petugas { $agency } yang bisa dihubungi. { $count } laporan terbukanya kini menunggu Anda di /antrian. Undang petugas baru lewat /undang.
let-in-ask = <b>{ $name }</b> minta ikut sebagai petugas { $agency } dari grup instansi. Izinkan hanya bila Anda mengenalnya.
button-let-in = Izinkan
welcome-in = Anda kini petugas { $agency }. Kartu laporan bisa Anda tindak lanjuti di grup atau di sini, antriannya di /antrian.
welcome-out = Hak Anda sebagai petugas { $agency } sudah dicabut. Terima kasih atas pekerjaan Anda.
welcome-out-admin = Hak Anda sebagai admin sudah dicabut. Terima kasih atas pekerjaan Anda.

## Kabar tambahan untuk pelapor

notice-answered-elsewhere = { $agency } menjawab lewat admin kami:
notice-asked-admin = Admin kami perlu keterangan dari Anda:
notice-closed-system = Karena lama tidak ada kabar dari Anda, laporan ini kami tutup. Kalau belum selesai, katakan saja.
notice-closed-admin = Laporan ini ditutup admin kami. Kalau belum selesai, katakan saja.
notice-expired = Keterangan yang kami tunggu belum datang, jadi laporan ini berhenti di sini. Kalau masih perlu, kirim saja laporan baru.
notice-files = Lampirannya menyusul di bawah.

## Meja admin

desk-suggested = Saran: <b>{ $agency }</b> ({ $percent } %){ $because }
desk-suggested-other = { $agency } ({ $percent } %)
desk-because = { " " }karena { $words }
desk-no-suggestion = Saran: belum ada. Cari instansinya.
desk-no-place = Bidang: <b>{ $sector }</b>. Tempatnya belum disebut, jadi instansinya belum bisa disarankan: tanya pelapor, atau cari.
desk-accuses = <b>Menyebut petugas</b>: jangan dikirim ke instansi yang dilaporkan. Pengawasnya di urutan pertama.
desk-violence = <b>Kekerasan terhadap perempuan atau anak</b>: tangani sebagai rahasia.
desk-back = Dikembalikan { $agency }: { $reason }.
desk-back-before = Sebelumnya dikembalikan juga oleh { $agencies }.
desk-back-candidate = Usul mereka: <b>{ $agency }</b>.
desk-back-words = Catatan mereka: “{ $text }”
desk-partner-rests = { $partner } diundang ikut menangani, dan ikut lagi begitu laporan ini diteruskan.
desk-at = Di { $agency }
desk-at-unstaffed = Di { $agency }, yang belum punya petugas di sini. Jawaban mereka Anda yang mencatat.
desk-not-admin = <code>{ $number }</code>
button-approve = Setujui
button-desk-search = Cari
button-desk-ask = Tanya pelapor
button-archive = Arsip
button-reroute = Alihkan
button-pull-back = Tarik kembali
desk-search = Tulis nama instansi untuk <code>{ $number }</code>, misalnya “dishub bogor”.
desk-found = Ke mana <code>{ $number }</code> didisposisi?
desk-none = Instansi itu belum kami temukan. Coba nama lain.
desk-routed = <code>{ $number }</code> didisposisi ke { $agency }. Pelapor dan petugasnya dikabari.
desk-routed-unstaffed = <code>{ $number }</code> didisposisi ke { $agency }, yang belum punya petugas di sini. Pelapor dikabari; jawabannya Anda catat pada kartu.
desk-toast-routed = Didisposisi ke { $agency }.
desk-toast-pulled = Ditarik. Petugasnya dikabari.
desk-archive = Alasan mengarsipkan <code>{ $number }</code>? Pelapor membaca alasannya.
desk-archived = <code>{ $number }</code> · diarsipkan: { $reason }. Pelapor dikabari.
button-archive-sara = Mengandung SARA
button-archive-no-evidence = Tanpa bukti dukung
button-archive-unclear = Tidak jelas
button-archive-irrelevant = Bukan urusan pemerintah
button-archive-expired = Kedaluwarsa
button-archive-wish-of-reporter = Keinginan pelapor
desk-queue-head = <b>Menunggu admin</b> ({ $count })
desk-queue-at = di { $agency }, tanpa petugas
desk-queue-back = { $times } kali dikembalikan
desk-queue-none = Tidak ada yang menunggu keputusan admin.

## Riwayat

history-head = <b>Riwayat</b> <code>{ $number }</code>
history-line = { $moment } · { $act }{ $agency }{ $by }{ $reason }
history-agency = { " " }({ $agency })
history-by = , { $who }
history-reason = : { $reason }
history-clock = { $clock }, { $percent } %
history-clock-again = { $clock }, sudah lewat
history-clock-verify = batas verifikasi
history-clock-answer = batas tanggapan
history-clock-settle = batas penyelesaian
history-clock-silence = menunggu pendapat pelapor
history-clock-complete = menunggu kelengkapan
history-unsolved = belum selesai lagi
history-days-off = hari libur tambahan
history-ask-number = Tulis nomornya sesudah perintah, misalnya /riwayat LPR-7K3M-9QXD-4TC.
history-reporter = pelapor
history-system = otomatis
history-admin = admin
history-officer = petugas
act-file = laporan masuk
act-verify = verifikasi dan disposisi
act-reroute = disposisi ulang
act-pull_back = ditarik kembali ke admin
act-take = terima
act-answer = tindak lanjut
act-ask = minta kelengkapan
act-hand_back = bukan wewenang
act-settle = selesai menurut instansi
act-reply = tanggapan pelapor
act-complete = kelengkapan dari pelapor
act-confirm = ditutup pelapor
act-reject = belum selesai menurut pelapor
act-rate = penilaian
act-reopen = dibuka kembali
act-withdraw = ditarik pelapor
act-close = ditutup admin
act-archive = arsip
act-block = konten diblokir
act-lapse = ditutup sistem
act-expire = diarsipkan sistem
act-propose = usul penutupan
act-endorse = penutupan disetujui
act-return = penutupan dikembalikan
act-take_over = ambil alih
act-hand_over = serahkan ke rekan
act-to_unit = disposisi ke unit
act-note = catatan internal
act-invite = undang instansi
act-contribute = masukan instansi yang ikut
act-step_out = tidak ikut lagi
act-remind = pelapor diingatkan
act-warn = petugas diingatkan
act-escalate = dinaikkan ke atasan
act-delay = batas bergeser

## Instansi, petugas, tautan

agencies-head = <b>Instansi dengan petugas</b>
agencies-line = { $agency }: { $count } orang
agencies-none = Belum ada instansi yang punya petugas di sini. Undang yang pertama lewat /undang.
agencies-found = Instansi yang mana?
agencies-not-found = Instansi itu belum kami temukan. Coba nama lain, misalnya “dishub bogor”.
agencies-search = Tulis nama instansinya, misalnya “dishub bogor”.
agencies-more = dan { $count } lagi; cari dengan /instansi NAMA
button-agency-search = Cari instansi
staff-head = <b>{ $agency }</b>
staff-none = Belum ada petugas. Laporannya menunggu admin.
staff-person = { $name }, { $role } sejak { $day }
staff-group = Grup: { $title }
role-officer = petugas
role-agency_admin = admin instansi
role-admin = admin
admins-head = <b>Admin</b>
button-revoke = Cabut: { $name }
revoked = Hak { $name } sudah dicabut, berlaku sekarang juga.
revoke-sure = Cabut hak <b>{ $name }</b> di { $agency }? Berlaku sekarang juga, dan kartu laporannya ditarik.
revoke-sure-admin = Cabut hak <b>{ $name }</b> sebagai admin? Berlaku sekarang juga.
button-revoke-sure = Ya, cabut
revoke-ask = Hak siapa yang dicabut? Pilih instansinya, atau tulis /cabut NAMA INSTANSI.
button-admins = Admin
invite-who = Tautan untuk siapa? Sekali pakai, berlaku tujuh hari.
invite-agency = Untuk instansi mana? Tulis namanya, misalnya “dishub bogor”.
invite-which = Untuk instansi mana?
invite-word-officer = petugas
invite-word-agency_admin = adminhub
invite-word-group = grup
invite-word-admin = admin
button-invite-officer = Petugas
button-invite-agency_admin = Admin instansi
button-invite-group = Grup
button-invite-admin = Admin
button-invite-more-officer = Undang petugas
button-invite-more-agency_admin = Undang admin instansi
button-invite-more-group = Undang grup
invite-link-officer =
    Tautan untuk satu petugas <b>{ $agency }</b>, sekali pakai, sampai { $day }:
    { $link }
    Kirim langsung kepada orangnya.
invite-link-agency_admin =
    Tautan untuk satu admin instansi <b>{ $agency }</b>, sekali pakai, sampai { $day }:
    { $link }
    Kirim langsung kepada orangnya.
invite-link-group =
    Tautan untuk menghubungkan satu grup dengan <b>{ $agency }</b>, sekali pakai, sampai { $day }:
    { $link }
    Buka sebagai pengelola grup, lalu pilih grupnya.
invite-link-admin =
    Tautan untuk satu admin, sekali pakai, sampai { $day }:
    { $link }
    Kirim langsung kepada orangnya.
let-in-done = { $name } kini petugas { $agency }.

## Grup

group-bound = Grup ini kini menerima kartu laporan untuk <b>{ $agency }</b>. Yang boleh menindaklanjuti hanya petugas terdaftar. Belum terdaftar? Buka bot ini secara pribadi, tekan <i>Mulai</i>, lalu tekan tombol di bawah.
group-bound-topic = Kartu laporan <b>{ $agency }</b> masuk ke topik ini. Yang boleh menindaklanjuti hanya petugas terdaftar.
group-unbound = Grup ini belum terhubung dengan instansi. Minta tautan grup kepada admin, lalu buka tautan itu dan pilih grup ini. Untuk melapor, buka bot ini secara pribadi.
group-stranger = Tombol ini untuk petugas { $agency }. Kirim /start di grup ini, lalu tekan Minta akses: admin instansi yang mengizinkan.
group-stranger-any = Tombol ini untuk petugas terdaftar. Minta tautan kepada admin instansi Anda.
group-how = Yang boleh menjawab hanya petugas terdaftar. Buka bot ini secara pribadi, tekan <i>Mulai</i>, lalu kirim /start di grup ini dan tekan <i>Minta akses</i>.
group-help =
    <b>Di grup ini</b>
    Balas kartu laporan untuk menjawab pelapornya; tombol di kartu untuk yang lain. Belum terdaftar sebagai petugas? Kirim /start di sini.

    Antrian Anda dan semua perintah lain ada di chat pribadi dengan bot ini. Warga melapor di sana juga.
group-asked = Permintaan Anda sudah sampai ke admin { $agency }. Anda dikabari di chat pribadi.
group-in-already = Anda sudah terdaftar sebagai petugas.
group-stale = Tombol ini sudah lama. Buka kartu terbaru dengan /antrian di chat pribadi.
button-ask-in = Minta akses

## Mengapa

why-ask-number = Tulis nomornya sesudah perintah, misalnya /kenapa LPR-7K3M-9QXD-4TC.
number-mistyped = Nomor itu salah ketik: satu huruf atau angkanya tidak cocok. Salin dari kartunya, atau balas kartunya dengan perintah ini.
why-head = <b>Mengapa</b> <code>{ $number }</code>
why-none = Teksnya tidak menunjuk instansi mana pun.
why-no-place = Tempatnya belum diketahui, jadi baru jenis kantornya yang bisa disebut.
why-candidate = { $place }. <b>{ $agency }</b> · { $percent } %{ $then }
why-then = { " " }(waktu masuk { $percent } %)
why-new = { " " }(waktu masuk tidak disarankan)
why-score = { $sector }: katalog { $catalogue }{ $learned }
why-taught = , dipelajari { $points }
why-points = { $sign }{ $whole },{ $tenth }
why-word = Kata: { $reasons }
why-name = Nama: { $reasons }
why-place = Tempat: { $reasons }
why-learned = Dipelajari: { $reasons }
why-others = Sektor lain: { $sectors }
why-differs = Waktu masuk saran pertamanya { $agency }.
why-same = Saran pertamanya sama seperti waktu masuk.
why-nobody = tidak ada
why-versions = Versi waktu masuk { $then }, sekarang { $now }

## Kata kunci

keyword-menu =
    <b>Kata kunci</b>
    Lihat: /katakunci KATA, atau nama sektornya.
    Ubah: /katakunci tambah lampu taman = perhubungan 4
    Bobot −5 sampai 5; di bawah nol berarti bukan sektor itu. Setiap perubahan dicoba dulu pada laporan terakhir.
keyword-word-add = tambah
keyword-word-change = ubah
keyword-word-remove = hapus
keyword-word-history = riwayat
keyword-ask-add = Tulis kata, sektor, dan bobotnya, misalnya “lampu taman = perhubungan 4”.
keyword-ask-find = Tulis kata atau nama sektor yang dicari.
keyword-found = <b>Kata kunci</b> ({ $count })
keyword-line = { $term } · { $sector } · { $weight }
keyword-more = dan { $count } lagi; cari dengan kata yang lebih khusus
keyword-none = Kata kunci itu belum ada.
keyword-wish = <b>{ $term }</b> = { $sector } { $weight } ({ $was })
keyword-wish-out = <b>{ $term }</b> = { $sector }, dihapus ({ $was })
keyword-was = sebelumnya { $weight }
keyword-was-none = sebelumnya tidak ada
keyword-trial = Dicoba pada { $count } laporan terakhir: { $times } saran berubah.
keyword-trial-none = Dicoba pada { $count } laporan terakhir: tidak ada saran yang berubah.
keyword-move = { $before } → { $after }: { $count }
keyword-nowhere = tanpa saran
keyword-saved = Tersimpan dan langsung berlaku: <b>{ $term }</b> = { $sector } { $weight }.
keyword-removed = Dihapus dan langsung berlaku: <b>{ $term }</b>, { $sector }.
keyword-cancelled = Tidak ada yang diubah.
keyword-history = <b>Perubahan kata kunci</b>
keyword-history-none = Kata kunci belum pernah diubah di sini.
keyword-change = { $moment } · { $name }: { $wish }
keyword-undone = diurungkan { $moment } oleh { $name }
keyword-toast-undone = Diurungkan, langsung berlaku.
button-keyword-add = Tambah
button-keyword-find = Cari
button-keyword-changes = Riwayat perubahan
button-keyword-weigh = Bobot { $weight }
button-keyword-remove = Hapus
button-keyword-save = Simpan
button-keyword-cancel = Batal
button-keyword-undo = Urungkan: { $term }
refused-keyword-unfit = Belum terbaca. Tulis kata, sektor, dan bobot −5 sampai 5, misalnya “lampu taman = perhubungan 4”.
refused-keyword-sector = Sektor “{ $words }” belum ada. Yang mirip: { $near }.
refused-keyword-weight = Bobotnya angka dari −5 sampai 5, di belakang sektornya, misalnya “lampu taman = perhubungan 4”.
refused-keyword-fillers = “{ $term }” hanya kata sambung, yang tidak dibaca. Tulis kata yang menyebut masalahnya.
refused-keyword-gone = Percobaan atau kata kunci ini sudah lama. Kirim /katakunci untuk yang terbaru.
desk-category = Kategori: { $category }
## Templat jawaban

template-which = Templat instansi yang mana?
template-head = <b>Templat jawaban</b> { $agency }. Petugas memakainya lewat <i>Jawab</i>.
template-none = { $agency } belum punya templat jawaban. Buat yang pertama: petugas memakainya lewat <i>Jawab</i>.
template-one =
    <b>{ $name }</b>
    { $text }
template-ask = Tulis nama templat di baris pertama dan isinya di bawahnya. Yang diisi sendiri: {"{"}nomor{"}"}, {"{"}judul{"}"}, {"{"}instansi{"}"}, {"{"}batas{"}"}.
template-ask-again = Tulis templatnya sekali lagi: nama di baris pertama, isinya di bawahnya. Yang diisi sendiri: {"{"}nomor{"}"}, {"{"}judul{"}"}, {"{"}instansi{"}"}, {"{"}batas{"}"}.
template-toast-gone = Templat { $name } dihapus.
button-template-new = Buat templat
button-template-change = Ubah templat
button-template-drop = Hapus

## Aturan instansi dan penutupan oleh dua orang

rules-which = Aturan instansi yang mana?
rules-head = <b>Aturan { $agency }</b>
rules-evidence = Foto bukti wajib saat selesai: { $state }
rules-four_eyes = Penutupan perlu persetujuan orang kedua: { $state }
rules-digest = Ringkasan pagi: { $hour }
rules-digest-none = tidak
rules-topics = Topik sendiri di grup: { $state }
button-topics = Topik: { $state }
topics-none = tidak
topics-report = per laporan
topics-unit = per unit
topics-need = Untuk topik, bot perlu menjadi admin grup dengan hak <i>Kelola Topik</i> dan <i>Sematkan Pesan</i>.
topic-name = { $number } · { $title }
topic-name-gone = { $number } · tidak di sini lagi
topics-lack-manage = Topik di grup { $agency } belum bisa dibuat atau ditutup. Jadikan bot admin grup dengan hak <i>Kelola Topik</i>. Sementara ini kartunya masuk seperti biasa.
topics-lack-pin = Kartu di topik grup { $agency } belum bisa disematkan. Beri bot hak <i>Sematkan Pesan</i>.
topics-lack-forum = Grup { $agency } belum memakai topik. Nyalakan <i>Topik</i> di pengaturan grup. Sementara ini kartunya masuk seperti biasa.
button-digest-hour = Ringkasan: { $hour }
button-rule-evidence = Foto bukti: { $state }
button-rule-four_eyes = Orang kedua: { $state }
case-state-proposed = penutupan menunggu persetujuan
closing-asked =
    <code>{ $number }</code> · { $title }
    { $name } mengusulkan penutupan:
    “{ $text }”
    Pelapor baru ditanya setelah Anda setuju.
closing-asked-guarded = <code>{ $number }</code>: { $name } mengusulkan penutupan. Buka di chat pribadi untuk membacanya.
closing-waits = <code>{ $number }</code> · menunggu persetujuan rekan atau admin instansi, { $moment }. Pelapor belum dikabari.
closing-ask-why = Apa yang perlu diperbaiki pada penutupan <code>{ $number }</code>? Tulis untuk rekan Anda; pelapor tidak membacanya.
closing-sent-back = Penutupan <code>{ $number }</code> dikembalikan. Rekan Anda dikabari.
closing-returned =
    <code>{ $number }</code> · { $title }
    { $name } mengembalikan penutupan Anda: “{ $text }”
    Tulisan Anda: “{ $mine }”
closing-toast-endorsed = Disetujui. Pelapor ditanya sekarang.
button-endorse = Setujui penutupan
button-return = Kembalikan

## Ringkasan pagi

digest-head = <b>Yang menunggu di { $agency }</b>, { $date }
digest-new = Baru, belum diterima: { $count }
digest-today = Jatuh tempo hari ini: { $count }
digest-late = Lewat batas: { $count }
digest-reporter = Menunggu pelapor: { $count }
digest-invited = Ikut menangani, diundang instansi lain: { $count }
digest-where = Daftarnya ada di /antrian, di chat pribadi Anda dengan bot ini.
button-digest-open = Buka antrian

## Bagi tugas di antara petugas

button-note = Catatan internal
button-share = Bagi tugas
button-take-over = Ambil alih
button-hand-over = Serahkan ke rekan
button-to-unit = Teruskan ke unit
button-previous = Sebelumnya
button-next = Berikutnya
share-whom = Siapa yang menangani <code>{ $number }</code> selanjutnya? Rekan Anda langsung dikabari.
share-alone = Belum ada rekan lain di instansi Anda yang bisa menerima <code>{ $number }</code>. Undang lewat /undang.
share-which-unit = Unit mana yang menangani <code>{ $number }</code>? Batas waktunya tetap, pelapor dikabari.
share-toast-handed = Diserahkan kepada { $name }.
note-ask = Tulis catatan untuk rekan Anda tentang <code>{ $number }</code>. Pelapor tidak membacanya.
note-kept = Catatan <code>{ $number }</code> tersimpan. Hanya instansi Anda dan admin yang membacanya.
note-kept-two = Catatan <code>{ $number }</code> tersimpan. Hanya kedua instansi dan admin yang membacanya.
co-whom = Instansi mana yang diundang ikut menangani <code>{ $number }</code>? Tulis namanya, misalnya “dinas pupr bogor”. Batas dan penutupan tetap pada instansi Anda, pelapor dikabari.
co-found = Undang siapa untuk <code>{ $number }</code>?
co-invited = <code>{ $number }</code>: { $agency } kini ikut menangani. Pelapor dikabari.
co-nobody = <code>{ $number }</code>: tidak ada yang diundang.
co-toast-ended = { $agency } tidak ikut menangani lagi. Pelapor dikabari.
button-contribute = Sampaikan hasil
button-co-invite = Undang instansi
button-co-end = Akhiri undangan
button-co-leave = Tidak ikut lagi
handed-over =
    <code>{ $number }</code> · { $title }
    { $name } menyerahkan laporan ini kepada Anda.
taken-over =
    <code>{ $number }</code> · { $title }
    Kini ditangani { $name }. Anda tidak perlu menindaklanjutinya lagi.

## Nama sektor

sector-pu_jalan_air = jalan dan pengairan
sector-perumahan_permukiman = perumahan
sector-lingkungan_kebersihan = lingkungan dan kebersihan
sector-perhubungan = perhubungan
sector-dukcapil = kependudukan
sector-sosial = sosial
sector-kesehatan = kesehatan
sector-pendidikan = pendidikan
sector-satpolpp = ketertiban umum
sector-pdam_air_minum = air minum
sector-tenaga_kerja = tenaga kerja
sector-kominfo = komunikasi dan informatika
sector-bpjs_kesehatan = jaminan kesehatan
sector-bpjs_ketenagakerjaan = jaminan ketenagakerjaan
sector-damkar_bencana = kebakaran dan bencana
sector-perdagangan_umkm_pasar = perdagangan dan pasar
sector-dp3a_kb = perempuan, anak, dan keluarga
sector-perizinan_ptsp = perizinan
sector-kepegawaian_bkn = kepegawaian
sector-pajak_pendapatan_keuangan = pajak dan pendapatan
sector-polisi = kepolisian
sector-pariwisata_olahraga_budaya = pariwisata, olahraga, budaya
sector-pertanian_pangan = pertanian dan pangan
sector-imigrasi_pemasyarakatan = imigrasi dan hukum
sector-ojk_bank = bank dan asuransi
sector-esdm_energi = energi dan tambang
sector-pln_listrik = listrik
sector-kesbangpol = kesatuan bangsa
sector-bumn = badan usaha milik negara
sector-inspektorat = pengawasan
sector-kai_transport_bumn = kereta dan angkutan
sector-dalam_negeri = dalam negeri
sector-desa_pmd = desa
sector-pos = pos
sector-pertanahan_bpn = pertanahan
sector-kehutanan = kehutanan
sector-telkom = telekomunikasi
sector-agama = agama
sector-perikanan = perikanan
sector-perpustakaan_arsip = perpustakaan dan arsip
sector-kecamatan_kelurahan = kecamatan dan kelurahan
sector-pemda_umum = pemerintahan umum
sector-sekda_umum = sekretariat daerah
sector-pertahanan = pertahanan
sector-lain = lain-lain

## Banyak suara untuk satu masalah

similar-head = Hal serupa sudah dilaporkan:
similar-line = Bidang { $sector } · { $place } · { $day } · { $count } warga
similar-join = Bila masalahnya sama, Anda boleh ikut: nomor Anda sendiri, kabar yang sama, dan instansi tahu berapa warga yang menunggu.
similar-own = Anda sudah melaporkan hal serupa: <b>{ $title }</b>. Tambahkan ke laporan itu?
button-join = Ikut laporan ini
    .typed = ikut, gabung, ikut saja, ya, iya, sama
button-join-nth = Ikut laporan { $count }
button-send-alone = Tetap kirim sendiri
    .typed = kirim, kirim saja, tetap kirim, kirim sendiri, tidak ikut, jangan digabung, beda
button-add-own = Tambah ke laporan itu
receipt-joined = Anda ikut bersama warga lain: kini { $count } warga.
receipt-joined-working = { $agency } sedang mengerjakannya. Kami kabari Anda di sini.
view-together = Dilaporkan { $count } warga bersama-sama.
view-partner = { $partner } ikut menangani.
button-leave = Pisahkan laporan saya
left = Laporan <code>{ $number }</code> kini berdiri sendiri. Batas waktunya tetap, dan kabarnya tetap sampai ke sini.
notice-merged = Laporan Anda digabung dengan laporan warga lain tentang masalah yang sama: { $count } warga. Nomor Anda tetap.
notice-parted = Laporan Anda kini berdiri sendiri lagi. Kabarnya tetap sampai ke sini.
notice-closed-together = Warga lain yang melaporkan hal ini sudah menyatakan selesai, jadi laporan ini ditutup. Kalau menurut Anda belum, katakan saja.
state-closed-together = Ditutup bersama laporan warga lain.
refused-not-alike = Laporan rahasia, dan yang menyebut petugas atau kekerasan, tidak digabung dengan laporan lain.
case-voices = <b>{ $count } warga</b> melaporkan hal ini
case-joined = <code>{ $number }</code> · digabung ke <code>{ $main }</code>
case-voices-head = <b>Suara warga</b> · <code>{ $number }</code> · { $count } warga
case-voice = <code>{ $number }</code> · { $name }: “{ $text }”
case-voice-anonymous = anonim
case-voices-more = dan { $count } lagi
merge-head = Laporan mana yang sama dengan <code>{ $number }</code>? Tekan satu, atau tulis nomornya:
merge-none = Tidak ada laporan terbuka yang mirip dengan <code>{ $number }</code>. Bila Anda tahu yang sama, tulis nomornya.
merge-line = <code>{ $number }</code> · { $title }
merge-people = <code>{ $number }</code> mewakili { $count } warga:
merge-is-voice = <code>{ $number }</code> sudah digabung ke <code>{ $main }</code>.
merge-done = <code>{ $number }</code> digabung ke <code>{ $main }</code>, kini { $count } warga. Pelapornya dikabari.
merge-split = <code>{ $number }</code> berdiri sendiri lagi. Pelapornya dikabari.
merge-ask-number = Nomor mana? Tulis misalnya /gabung LPR-7K3M-9QXD-4TC.
button-voices = Suara warga
button-merge = Gabung
button-split = Pisahkan
button-split-one = Pisah { $number }
act-join = warga ikut
act-leave = warga memisahkan diri
act-merge = gabung
act-split = pisah
act-follow = mengikuti laporan gabungan
act-lead = mewakili laporan gabungan

## Angka

help-numbers =

    <b>Angka</b>
    /statistik PERIODE – angka dan gambarnya, misalnya kemarin atau bulan ini
    /ekspor PERIODE – lembar resmi, Excel atau CSV
    /penilaian SEMESTER – penilaian mandiri untuk diserahkan
    /umumkan – pengumuman kepada petugas atau pelapor
figures-head = <b>{ $period }</b> · { $scope }
figures-everybody = semua instansi
figures-in = { $count } laporan masuk.
figures-in-open = { $count } laporan masuk, { $open } masih terbuka.
figures-few = Kurang dari 5 laporan masuk.
figures-none = Tidak ada laporan masuk.
figures-first = Jawaban pertama: median <b>{ $time }</b>, { $percent } % dalam { $clock } hari kerja (dari { $count } laporan).
figures-solved = Sampai selesai: median <b>{ $time }</b> (dari { $count } laporan).
figures-closed = Ditutup: { $parts }.
figures-closed-part = { $count } { $who }
figures-closed-reporter = oleh pelapor
figures-closed-system = oleh sistem
figures-closed-admin = oleh admin
figures-rating = Penilaian layanan: <b>{ $mean }</b> dari 5 (dari { $count } pelapor).
figures-routed = Saran instansi: <b>{ $kept }</b> dipakai, { $overridden } diubah, { $back } dikembalikan (dari { $count } laporan).
figures-hidden = Angka di bawah 5 tidak ditampilkan.
figures-percent = { $percent } %
figures-days = { $days } hari kerja
figures-hours = { $count } jam kerja
figures-others = lainnya
figures-class-complaint = pengaduan
figures-class-wish = aspirasi
figures-class-information = permintaan informasi
period-today = Hari ini
period-days = { $count } hari terakhir
period-stretch = { $first } – { $last } { $year }
period-half = Semester { $half } { $year }
period-unknown = Periode itu belum kami kenal. Coba “30 hari”, “bulan ini”, “2026-11”, atau “2026”.
chart-days = Laporan masuk per hari
chart-weeks = Laporan masuk per minggu
chart-months = Laporan masuk per 30 hari
chart-hidden = Garis pucat: kurang dari 5 laporan, tidak ditampilkan.
chart-reports = { $count } laporan
chart-speed = Kecepatan (median)
chart-first-answer = Jawaban pertama (dari { $count } laporan)
chart-solved = Selesai, { $kind } (dari { $count } laporan)
chart-limit = Garis tegak: batas waktunya. Waktu dihitung pada hari kerja.
chart-rating = Penilaian layanan
chart-stars = { $stars } dari 5
chart-mean = Rata-rata { $mean } dari { $count } penilaian.
chart-routing = Ketepatan saran instansi
chart-kept = dipakai
chart-overridden = diubah
chart-handed-back = dikembalikan
chart-counted = Dari { $count } laporan.
chart-closing = Siapa yang menutup laporan
chart-sectors = Bidang laporan
chart-classes = Klasifikasi laporan
chart-agencies = Instansi tujuan
announce-whom = Pengumuman untuk siapa?
announce-agency = Untuk petugas instansi mana? Tulis namanya, misalnya “dishub bogor”.
announce-agency-again = Instansi itu belum kami temukan. Tulis nama lain, misalnya “dishub kabupaten bogor”.
announce-place = Untuk pelapor di bidang dan tempat mana? Tulis dengan koma, misalnya “air minum, Cibinong, 30 hari”.
announce-place-again = Itu belum kami mengerti. Tulis bidang, tempat, atau keduanya dengan koma, misalnya “air minum, Cibinong, 30 hari”.
announce-text = Tulis pengumumannya untuk { $whom }.
announce-too-long = Pengumuman paling panjang { $most } huruf. Tulis lebih pendek.
announce-preview = Begini terbacanya oleh { $whom }:
announce-nobody = Tidak ada yang akan menerimanya: tidak ada orangnya, atau semuanya sudah mendapat pengumuman hari ini.
announce-to-officers = petugas { $agency }
announce-to-reporters = pelapor { $sector } di { $place }, { $span } hari terakhir
announce-to-reporters-of = pelapor { $sector } di { $place } kepada { $agency }, { $span } hari terakhir
announce-any-sector = semua bidang
announce-anywhere = semua tempat
announce-progress = Pengumuman sedang dikirim: { $done } dari { $total } orang.
announce-done = Pengumuman sudah dikirim ke { $total } orang.
announce-stopped = Pengumuman dihentikan sesudah { $done } dari { $total } orang. Sisanya tidak menerima apa-apa.
announce-cancelled = Tidak ada yang dikirim.
announced = <b>Pengumuman</b>
announced-by = <b>Pengumuman dari { $agency }</b>
announced-officers = <b>Pengumuman untuk petugas { $agency }</b>
button-announce-officers = Petugas instansi
button-announce-reporters = Pelapor di suatu tempat
button-announce-send = Kirim ke { $people } orang
button-announce-urgent = Mendesak: { $state }
button-announce-edit = Ubah
button-announce-cancel = Batal
button-announce-stop = Hentikan
assess-which = Penilaian untuk instansi mana? Tulis misalnya /penilaian 2026 dishub kabupaten bogor.
assess-longer = Penilaian mandiri disusun untuk sebulan atau lebih. Tulis misalnya /penilaian semester lalu.
assess-ready = <b>{ $period }</b> · { $agency }: penilaian mandiri, siap dilengkapi dan diserahkan.
assess-title = Penilaian Mandiri Pengelolaan Pengaduan: { $agency }
assess-made = { $period } · disusun { $day } dari data laporan lewat Telegram
assess-column-what = Ukuran
assess-column-now = Periode ini
assess-column-before = Periode sebelumnya
assess-volume = A. Jumlah laporan
assess-total = laporan masuk
assess-closed = ditutup { $who }
assess-accuracy = B. Ketepatan disposisi
assess-kept = saran instansi yang dipakai
assess-overridden = saran instansi yang diubah
assess-handed-back = dikembalikan sebagai bukan wewenang
assess-response = C. Kecepatan respons (jawaban pertama)
assess-solution = D. Kecepatan penyelesaian
assess-median = median waktu
assess-within = dalam batas waktu
assess-within-kind = dalam batas waktu, { $kind }
assess-satisfaction = E. Kepuasan pelapor
assess-satisfaction-points = nilai 0-100
assess-own = F. Topik tugas instansi sendiri
assess-general = G. Topik umum
assess-no-topic = tidak ada yang bisa ditampilkan
assess-others = topik lain, digabung
assess-share = { $percent } % (dari { $count })
assess-share-of-clock = { $percent } % dalam { $clock } hari kerja (dari { $count })
assess-days = { $days } hari kerja (dari { $count })
assess-points = { $points } (dari { $count } penilaian)
assess-too-few = kurang dari 5
assess-note-time = Waktu dihitung sejak laporan dikirim, pada hari kerja saja. Selesai hanya laporan yang sudah ditutup; laporan yang ditutup karena pelapor diam bukan penilaian baik.
assess-note-satisfaction = Nilai kepuasan adalah rata-rata bintang 1-5 dikali 20, dari pelapor yang memberi penilaian.
assess-note-hidden = Angka di bawah 5 tidak ditampilkan; yang kecil digabung ke “topik lain”.
assess-sheet = Penilaian
assess-sheet-plan = Rencana aksi
assess-plan = Rencana aksi
assess-plan-note = Enam tahapan ini disusun dari sumber sekunder tentang Road Map SP4N (PermenPANRB 46/2020). Cocokkan dengan lampiran peraturannya sebelum diserahkan.
assess-plan-stage = Tahapan
assess-plan-goal = Tujuan
assess-plan-programme = Program
assess-plan-indicator = Indikator
assess-plan-who = Penanggung jawab
assess-plan-when = Waktu
assess-stage-1 = 1. Penilaian mandiri
assess-stage-2 = 2. Analisis masalah
assess-stage-3 = 3. Penetapan tujuan
assess-stage-4 = 4. Penyusunan program
assess-stage-5 = 5. Pelaksanaan
assess-stage-6 = 6. Pemantauan dan evaluasi
export-offer = <b>{ $period }</b> · { $scope }: { $reports } laporan. Lembar resmi 20 kolom ini memuat isi laporan: simpan di tempat yang aman.
export-none = <b>{ $period }</b> · { $scope }: tidak ada laporan.
export-too-many = <b>{ $period }</b> · { $scope }: lebih dari { $most } laporan. Pilih periode yang lebih pendek, misalnya /ekspor 2026-11.
export-begun = Lembarnya sedang disiapkan. Berkasnya menyusul di sini.
export-progress = Menyiapkan lembar: { $done } dari { $total } laporan.
export-done = Lembar siap: { $reports } laporan.
export-ready = Ini berkasnya.
export-failed = Lembar itu tidak jadi dibuat karena gangguan di pihak kami. Minta lagi dengan /ekspor.
button-export-xlsx = Excel (.xlsx)
button-export-csv = CSV
button-next-chart = Gambar berikutnya
button-days-7 = 7 hari
button-days-30 = 30 hari
button-this-week = Minggu ini
button-last-week = Minggu lalu
button-last-month = Bulan lalu
button-this-month = Bulan ini
button-this-year = Tahun ini

## Latihan

training-hello = <b>Latihan petugas dan admin</b>
    Sepuluh laporan karangan menunggu. Tujuh Anda kerjakan sebagai { $officer }, petugas { $agency }; tiga sebagai { $admin }, admin nasional.

    Bekerjalah di chat mereka. Dari riwayat laporan saya melihat langkah Anda, dan di sini saya katakan apa yang tepat serta apa yang dibaca pelapor.
training-report = <b>Laporan { $count } dari { $total }</b> · untuk { $name } · <code>{ $number }</code>
training-wrote = { $reporter } menulis: “{ $text }”
training-task-accept = Terima laporan ini, supaya rekan Anda tahu siapa yang mengerjakannya. Tekan <i>Terima</i> pada kartunya.
training-right-accept = Tepat. Nama Anda sekarang tercantum di kartu, dan pelapor tahu laporannya sedang dikerjakan.
training-instead-accept = Yang diminta kali ini hanya menerima: tekan <i>Terima</i> pada kartu laporan.
training-task-answer = Jawab pelapor: apa yang Anda lakukan, dan kapan. Balas kartunya atau tekan <i>Jawab</i>, lalu <i>Kirim ke pelapor</i>.
training-right-answer = Tepat. Jawaban pertama sudah diberikan sebelum batas waktunya.
training-instead-answer = Pelapor menunggu kata-kata Anda. Tekan <i>Jawab</i>, tulis apa yang dilakukan dan kapan, lalu <i>Kirim ke pelapor</i>.
training-task-ask = Sekolah yang mana, tidak disebutkan. Tekan <i>Minta kelengkapan</i> dan tanyakan satu hal yang Anda perlukan.
training-right-ask = Tepat. Selama pelapor ditunggu, batas waktu Anda berhenti berjalan.
training-instead-ask = Tanpa tahu tempatnya, petugas di lapangan tidak bisa berangkat. Tekan <i>Minta kelengkapan</i> dan tanyakan sekolah yang mana.
training-task-asked = { $reporter } sudah membalas, dan batas waktu berjalan lagi. Bacalah balasannya di chat, lalu tekan <i>Jawab</i>.
training-right-asked = Tepat. Bertanya sekali, lalu menjawab: pelapor tidak perlu mengulang ceritanya.
training-instead-asked = Semua yang diperlukan sudah ada. Tekan <i>Jawab</i> dan katakan kapan rambunya dipasang lagi.
training-task-hand-back = Trotoar bukan urusan dinas Anda; admin keliru mengirimnya. Tekan <i>Bukan wewenang</i>, pilih alasannya, lalu sebut instansi yang menurut Anda tepat.
training-right-hand-back = Tepat. Laporan tidak tertutup: admin meneruskannya ke instansi yang benar, dan janji kepada pelapor tetap berlaku.
training-instead-hand-back = Dinas Anda tidak dapat menyelesaikan ini. Tekan <i>Bukan wewenang</i>: laporan kembali ke admin, dan tidak hilang.
training-task-settle = Marka itu sudah dicat ulang tadi pagi. Tekan <i>Selesai</i>, tulis hasilnya, lalu kirim. Foto boleh ikut.
training-right-settle = Tepat. Yang menutup laporan bukan Anda: { $reporter } ditanya, menyatakan sudah selesai, dan memberi nilai 5.
training-instead-settle = Pekerjaannya sudah beres, jadi tekan <i>Selesai</i> dan tulis hasilnya. Dengan jawaban biasa pelapor tidak ditanya apakah masalahnya selesai.
training-task-unsolved = Tim lapangan melaporkan lampu sudah diganti. Tekan <i>Selesai</i> dan tulis hasilnya.
training-right-unsolved = Langkahnya tepat. Namun { $reporter } menekan “Belum selesai”; apa yang masih kurang sudah sampai di chat Anda.
training-instead-unsolved = Kali ini pekerjaan dianggap beres: tekan <i>Selesai</i> dan tulis hasilnya.
training-task-again = Bacalah apa yang masih kurang menurut { $reporter }. Lalu <i>Jawab</i> bila masih dikerjakan, atau <i>Selesai</i> bila sekarang benar-benar beres.
training-right-again = Tepat. “Belum selesai” bukan teguran, tetapi kesempatan memperbaiki. Bila terulang, atasan dan admin ikut membaca.
training-instead-again = { $reporter } menunggu kabar tentang lampu di sisi selatan. Tekan <i>Jawab</i> dan katakan kapan dikerjakan.
training-task-note = Baru besok Anda tahu kapan polisi ikut menertibkan. Itu kabar untuk rekan, belum untuk pelapor: tekan <i>Lainnya</i>, lalu <i>Catatan internal</i>.
training-right-note = Tepat. Catatan hanya dibaca instansi Anda dan admin; jawaban kepada pelapor masih menunggu.
training-instead-note = Yang diminta kali ini hanya catatan untuk rekan: tekan <i>Lainnya</i>, lalu <i>Catatan internal</i>, dan tulis di sana.
training-task-verify = Sistem belum cukup yakin, jadi Anda yang memutuskan. Baca laporannya dan tekan instansi yang tepat.
training-right-verify = Tepat: parkir di jalan umum diurus dinas perhubungan. Sejak sekarang dinas itu punya batas waktu untuk menjawab.
training-instead-verify = Parkir di jalan umum diurus dinas perhubungan. Bila laporan telanjur terkirim, tekan <i>Alihkan</i>.
training-task-override = Saran teratas belum tentu benar. Siapa yang mengurus pencemaran sungai? Tekan instansinya; bila tidak ada di sana, tekan <i>Cari</i>.
training-right-override = Tepat: pencemaran diurus dinas lingkungan hidup. Koreksi Anda dipelajari, supaya saran berikutnya lebih baik.
training-instead-override = Sungai memang urusan pekerjaan umum, tetapi membuang sampah ke sana adalah pencemaran: pilih dinas lingkungan hidup. Bila laporan telanjur terkirim, tekan <i>Alihkan</i>.
training-task-accused = Laporan ini menuduh petugas sebuah dinas. Yang memeriksa bukan yang dituduh: lihat siapa yang disarankan, lalu tekan <i>Setujui</i> atau <i>Cari</i>.
training-right-accused = Tepat. Inspektorat yang memeriksa; dinas yang dituduh tidak menerima laporan ini.
training-instead-accused = Yang dituduh tidak boleh memeriksa dirinya sendiri: pilih inspektorat. Bila laporan telanjur terkirim, tekan <i>Alihkan</i>.
training-wrong = Itu tercatat sebagai “{ $act }”, dan belum yang diminta.
training-thin = Satu saran: tulisan Anda pendek sekali. Sebutkan apa yang dilakukan dan kapan, supaya pelapor tidak perlu bertanya lagi.
training-read = <b>Yang dibaca { $reporter }:</b>
    <blockquote>{ $text }</blockquote>
training-read-nothing = { $reporter } tidak membaca apa-apa dari langkah ini.
training-anew = Dari sini langkah itu tidak bisa lagi. Laporan yang sama saya ajukan sekali lagi: <code>{ $number }</code>.
training-skipped = Laporan ini dilewati.
training-not-here = Pekerjaannya di chat { $name }. Di sini cukup dua kata: <i>Petunjuk</i> dan <i>Lewati</i>.
training-end = <b>Latihan selesai</b>
    Tepat sejak awal: { $count } · setelah mencoba: { $times } · dilewati: { $whole }
training-end-skipped = Yang dilewati: laporan { $text }.
training-end-then = Di pekerjaan sungguhan semuanya sama, hanya orangnya nyata dan menunggu kabar dari Anda. Kartu selalu menunjukkan langkah berikutnya, dan /bantuan menjelaskannya lagi.
button-training-hint = Petunjuk
button-training-skip = Lewati
button-training-again = Ulangi dari awal

## Data sendiri

data-kept =
    <b>Data Anda di sini</b>
    Laporan: { $reports } (masih terbuka: { $open })
    Laporan yang belum dikirim: { $draft }
    Bahasa: { $language }
data-kept-office = Tugas: { $role } { $agency }
data-kept-why =
    Anda setuju { $day }. Tujuan: { $purpose }
    Isi laporan dihapus { $days } hari setelah laporan ditutup.
    Pengelola: { $name }, { $contact }
button-data-copy = Kirim salinan
button-data-erase = Hapus data saya
button-data-erase-sure = Ya, hapus semuanya
button-data-keep = Jangan hapus
data-copy-comes = Salinannya kami siapkan dan kirim ke sini.
data-copy-ready = Ini semua yang kami simpan tentang Anda sampai { $day }. Buka dengan peramban.
data-erase-sure =
    <b>Hapus semua data Anda?</b>
    Laporan yang masih terbuka ditarik. Nama, isi, foto, lokasi, dan semua jawaban dihapus, juga dari chat petugas. Yang tinggal hanya angka: tanggal, instansi, keadaan, dan nilai.
    Yang sudah disimpan petugas di ponselnya, dan rekaman suara yang sampai di sana lebih dari dua hari lalu, tidak bisa kami tarik. Ini tidak bisa dibatalkan.
data-erase-sure-office = Tugas dan nama Anda sebagai petugas tetap ada, sampai admin mencabutnya dengan /cabut.
data-erased =
    Data Anda sudah dihapus. Laporan yang kini tanpa isi dan tanpa nama: { $count }.
    Pesan di obrolan ini bisa Anda hapus sendiri. Kalau nanti perlu lagi, tulis saja: kita mulai dari awal.
data-erased-office =
    Data Anda sebagai pelapor sudah dihapus. Laporan yang kini tanpa isi dan tanpa nama: { $count }.
    Tugas dan nama Anda tetap ada, sampai admin mencabutnya dengan /cabut.
data-document = Data Anda di SP4N-LAPOR!
data-document-of = Untuk { $name }, dibuat { $day }.
data-document-draft = Belum dikirim
data-document-happened = Kejadian: { $day }
data-document-rating = Nilai Anda: { $stars } dari 5
case-erased-wish = Isi dihapus atas permintaan pelapor.
case-erased-term = Isi dihapus karena masa simpannya habis.
case-message-erased = <code>{ $number }</code> · isi pesan ini sudah dihapus.
history-wish = permintaan pelapor
history-term = masa simpan habis
act-reveal = nomor pribadi dibuka
button-reveal = Buka nomor
case-revealed = <code>{ $number }</code> · nomor dan alamat yang disembunyikan. Pembukaan ini tercatat di riwayat.
act-erase = isi dihapus

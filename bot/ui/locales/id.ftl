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
consent-thanks = Terima kasih. Tercatat { $day }.
button-agree = Setuju
button-read = Baca dulu
button-decline = Tidak
help =
    <b>Cara melapor</b>
    Tulis saja apa yang terjadi dan di mana. Foto, video, suara, dan lokasi boleh dikirim kapan saja.

    /laporanku – laporan Anda dan kabarnya
    /status NOMOR – keadaan satu laporan
    /batal – membuang laporan yang belum dikirim
    /bahasa – mengganti bahasa
    /bantuan – pesan ini

    Keadaan darurat: telepon <b>112</b>.
help-officer =

    <b>Petugas</b>
    /antrian – laporan yang menunggu Anda
    Jawab dengan membalas kartu laporan, atau tekan <i>Jawab</i>.
help-admin =

    <b>Admin</b>
    /antrian – yang menunggu keputusan
    /instansi – instansi dan petugasnya
    /undang – tautan untuk petugas, grup, atau admin
    /petugas NAMA INSTANSI – siapa yang bekerja di sana
    /cabut NAMA INSTANSI – mencabut hak
    /riwayat NOMOR – riwayat satu laporan
language-ask = Bahasa apa yang Anda pakai?
language-set = Baik, kita pakai Bahasa Indonesia.

## Bahaya

danger-fire = Bila api masih menyala, telepon <b>113</b> atau <b>112</b> sekarang.
danger-crime = Bila kejadiannya masih berlangsung, telepon <b>110</b> atau <b>112</b> sekarang.
danger-ambulance = Bila ada yang perlu pertolongan segera, telepon <b>119</b> atau <b>112</b> sekarang.
danger-disaster = Bila Anda atau orang lain dalam bahaya, telepon <b>112</b> sekarang.
care-accuses = Laporan ini menyebut petugas. Instansi itu tidak menerimanya begitu saja: admin kami memeriksa dulu dan memilih pengawas yang tepat. Anda juga bisa melapor ke WBS instansi atau KPK (198).
care-violence = Untuk kekerasan terhadap perempuan dan anak, SAPA <b>129</b> siap dihubungi kapan saja. Laporan ini sebaiknya Rahasia.

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
card-chosen = Pilihan Anda: <b>{ $agency }</b>. Admin kami memeriksanya paling lambat { $day }, nomor laporan Anda dapat sekarang juga.
card-unsure = Kami belum yakin instansi mana yang tepat. Kirim saja: admin kami menentukannya paling lambat { $day }, dan nomor laporan Anda dapat sekarang juga.
card-admin = Admin kami memilih instansinya paling lambat { $day }. Nomor laporan Anda dapat sekarang juga.
card-care = Admin kami memeriksanya lebih dulu, paling lambat { $day }. Nomor laporan Anda dapat sekarang juga.
card-photo = Ada foto? Kirim saja ke sini.
card-when = Sejak kapan? Tulis saja, misalnya “sejak kemarin”.
card-more = … ({ $count } huruf, semuanya ikut terkirim)
list-and = { $first } dan { $last }
files-photo = { $count } foto
files-video = { $count } video
files-document = { $count } dokumen
files-voice = { $count } rekaman suara
button-send = Kirim
button-change-agency = Ganti instansi
button-pick-agency = Pilih sendiri
button-edit = Ubah
button-anonymous = Anonim: { $state }
button-secret = Rahasia: { $state }
anonymous-on = Anonim: instansi tidak melihat siapa Anda.
anonymous-off = Anonim dimatikan: instansi melihat nama Telegram Anda.
secret-on = Rahasia: hanya instansi tujuan yang bisa membaca laporan ini.
secret-off = Rahasia dimatikan.

## Yang masih kurang

ask-words = Ceritakan apa yang terjadi dan di mana.
ask-words-files = { $files } sudah tersimpan. Ceritakan apa yang terjadi dan di mana.
ask-words-place = Lokasinya sudah tersimpan: { $place }. Ceritakan apa yang terjadi.
ask-place = Di mana kejadiannya? Kirim lokasi, atau tulis nama desa, kecamatan, atau kotanya.
ask-place-again = Tempat itu belum kami kenal. Coba tulis kecamatan dan kabupaten atau kotanya, misalnya “Cibinong, Bogor”.
ask-place-which = { $name } yang mana?
ask-place-which-any = Tempat yang mana?
place-noted = Tempat: { $place }.
place-none = Baik, admin kami akan menanyakan tempatnya bila perlu.
button-location = Kirim lokasi
button-place-unknown = Saya tidak tahu
button-place-other = Tempat lain
ask-when = Kapan kejadiannya? Tulis misalnya “kemarin” atau “5 Maret”.
ask-when-again = Waktunya belum kami pahami. Tulis misalnya “kemarin”, “sejak Senin”, atau “5 Maret”.
button-today = Hari ini
button-yesterday = Kemarin
ask-rewrite = Tulis ulang laporan Anda. Yang lama kami ganti; foto dan tempatnya tetap.

## Mengubah

edit-head = Apa yang ingin Anda ubah?
button-edit-text = Isi
button-edit-place = Tempat
button-edit-when = Waktu
button-edit-class = Jenis laporan
button-drop-files = Hapus lampiran
button-back = Kembali
button-cancel = Batal
ask-class = Ini laporan jenis apa?
agency-head = Siapa yang menurut Anda harus menjawab?
button-search-agency = Cari instansi lain
button-admin-decides = Saya tidak tahu
ask-agency = Tulis nama instansinya, misalnya “dishub bogor”.
agency-none = Instansi itu belum kami temukan. Coba nama lain, atau biarkan admin kami memilih.
agency-found = Yang mana?
cancel-sure = Buang laporan yang belum dikirim ini?
button-cancel-sure = Ya, buang
cancelled = Sudah dibuang. Kalau ada yang lain, tulis saja.
nothing-to-cancel = Tidak ada laporan yang sedang ditulis. Kalau ada masalah, ceritakan saja.
draft-waiting = Anda punya laporan yang belum dikirim:
button-go-on = Lanjutkan
button-start-new = Mulai baru

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
state-settled = Menurut { $agency } sudah selesai. Menunggu kata Anda.
state-closed = Selesai.
state-closed-silent = Ditutup karena lama tidak ada kabar dari Anda.
state-archived = Tidak dilanjutkan.
state-withdrawn = Anda tarik kembali.
someone = instansi tujuan
button-reply = Balas
button-withdraw = Tarik laporan
button-withdraw-sure = Ya, tarik
withdraw-sure = Tarik laporan <code>{ $number }</code>? Instansi berhenti mengerjakannya.
withdrawn = Laporan <code>{ $number }</code> sudah ditarik.
ask-add = Apa yang ingin Anda tambahkan pada <code>{ $number }</code>? Tulis, atau kirim foto.
added = Sudah ditambahkan pada <code>{ $number }</code> dan diteruskan ke { $agency }.
added-admin = Sudah ditambahkan pada <code>{ $number }</code>. Admin kami membacanya.
loose = Ini tambahan untuk laporan yang mana?
button-new-report = Laporan baru
ask-number = Tulis nomornya sesudah perintah, misalnya /status LPR-7K3M-9QXD-4TC, atau lihat semuanya di /laporanku.

## Kabar untuk pelapor

notice-head = <code>{ $number }</code> · { $title }
notice-taken = { $agency } sudah menerima laporan Anda dan sedang mengerjakannya. Jawaban paling lambat { $day }.
notice-answered = { $agency } menjawab:
notice-asked = { $agency } perlu keterangan dari Anda:
notice-asked-next = Balas pesan ini. Selama menunggu Anda, batas waktunya berhenti.
notice-settled = Menurut { $agency } masalah ini sudah selesai:
notice-settled-next = Betul?
notice-sent-on = Admin kami meneruskan laporan Anda ke { $agency }. Jawaban paling lambat { $day }.
notice-sent-on-unstaffed = Admin kami meneruskan laporan Anda ke { $agency }, yang belum memakai layanan ini. Jawabannya kami catat dan kabarkan di sini, paling lambat { $day }.
notice-rerouted = Laporan Anda dialihkan ke { $agency }. Batas jawaban tetap { $day }.
notice-archived = Laporan ini tidak bisa kami lanjutkan: { $reason }. Kalau ada keterangan baru, kirim saja laporan baru.
notice-quote = “{ $text }”
archive-sara = isinya menyinggung suku, agama, ras, atau golongan
archive-no-evidence = belum ada bukti yang mendukung
archive-unclear = isinya belum cukup jelas
archive-irrelevant = bukan urusan pelayanan pemerintah
archive-expired = kejadiannya sudah terlalu lama
archive-wish-of-reporter = sesuai permintaan Anda
button-solved = Sudah selesai
button-unsolved = Belum selesai
ask-unsolved = Apa yang belum beres? Tulis saja, atau kirim foto. Kami teruskan ke petugasnya.
unsolved-done = Sudah kami teruskan ke { $agency }. Laporan <code>{ $number }</code> tetap terbuka.
closed-rate = Syukurlah. Laporan <code>{ $number }</code> ditutup. Bagaimana layanannya, dari 1 (buruk) sampai 5 (baik)?
rated = Terima kasih. Mau menambahkan sesuatu? Tulis saja, atau abaikan.
rated-low = Maaf, layanannya belum baik. Apa yang belum beres? Tulis saja: laporan Anda kami buka lagi.
rated-words = Terima kasih, sudah kami teruskan.

## Penolakan: selalu berkata apa yang bisa dilakukan

refused-not-found = Nomor ini tidak kami temukan pada akun Anda. Bila Anda punya PIN-nya, kirim nomor dan PIN bersama-sama.
refused-not-allowed = Ini hanya untuk petugas yang terdaftar. Bila Anda petugas, minta tautan dari admin instansi Anda.
refused-not-now = Laporan ini sudah berubah, jadi itu tidak bisa lagi. Ini keadaan terbarunya.
refused-taken = { $name } sudah lebih dulu menerima laporan ini.
refused-needs-reason = Pilih dulu alasannya.
refused-needs-answer = Tulis dulu jawabannya.
refused-needs-agency = Instansi itu tidak ada di daftar. Cari dengan nama lain.
refused-needs-words = Ceritakan dulu apa yang terjadi.
refused-needs-place = Tempat itu belum kami kenal. Coba tulis kecamatan dan kabupaten atau kotanya, misalnya “Cibinong, Bogor”.
refused-no-draft = Tombol ini sudah lama. Ini keadaan terbaru:
refused-accused-agency = Laporan yang menyebut petugas suatu instansi diperiksa admin dulu, supaya tidak jatuh ke tangan yang salah.
refused-invitation-spent = Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru kepada admin.
refused-not-in-group = Grup ini belum terhubung dengan instansi. Minta tautan grup kepada admin.
refused-too-many-tries = Terlalu banyak percobaan. Coba lagi satu jam lagi.
refused-wrong-pin = Nomor ini tidak kami temukan pada akun Anda. Bila Anda punya PIN-nya, kirim nomor dan PIN bersama-sama.
refused-too-large = Berkas di atas 20 MB tidak bisa kami terima dari Telegram. Kirim yang lebih kecil; cerita dan lampiran lain sudah aman.
refused-outside-indonesia = Titik itu di luar Indonesia. Kirim lokasi kejadiannya, atau tulis nama tempatnya.
refused-too-many-files = Sudah { $most } lampiran, itu yang terbanyak. Ceritanya masih bisa ditambah.
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
unknown-command = Perintah itu tidak ada. Tulis saja apa yang terjadi, atau lihat /bantuan.

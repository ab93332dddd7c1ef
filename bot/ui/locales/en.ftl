### English: complete, in the manner of the Indonesian.
### Short sentences, "you", no exclamation marks. Every message says what happens next, who does it, and until when.

language-name = English
word-yes = yes
word-no = no

## Greeting and consent

not-official = <i>This is a demonstration, not an official service.</i>
greeting =
    Welcome to SP4N-LAPOR!
    Tell us your problem, wish, or question. We find the agency that has to answer, and the news reaches you here.
greeting-again =
    Is there something you would like to report?
    Just write what happened and where. You can send photos and locations straight away.
go-ahead = Go ahead: tell us what happened and where. You can send photos and locations straight away.
consent =
    Welcome to SP4N-LAPOR! Here you can complain to government agencies, suggest something to them, or ask them a question.
    For this we keep your Telegram name and what you report. Do you agree?
consent-held = We have not read what you sent. Once you agree, we go straight on with it.
consent-full =
    <b>Your data</b>
    Kept by: { $name }
    Contact: { $contact }
    Legal basis: { $basis }
    Purpose: { $purpose }
    Kept for: { $days } days after a report is closed
    The agency concerned reads your report; with Anonymous it does not see who you are. Chats with Telegram bots are not encrypted from end to end. You may see, correct, and delete your data at any time.
consent-declined = All right. What you sent is deleted, and we have kept nothing. If you change your mind, just write again.
consent-expired = Because there was no consent, we have deleted your message from yesterday. If you still need us, just write again.
consent-thanks = Thank you. Your consent was noted on { $day }.
button-agree = I agree
    .typed = yes, ok, okay, agree, sure, i do
button-read = Read first
button-decline = No
    .typed = no, nope, i do not agree
you-are-welcome = You are welcome. If there is anything else, just write it here.
ask-somebody =
    Every report is read and answered by people: officers of the agency and our admins. Write here what is wrong, and their answer comes to this chat.
    Would you rather speak to somebody? Contact { $contact }. In an emergency call <b>112</b>.
help =
    <b>How to report</b>
    Just write what happened and where. Photos, videos, voice messages and locations may come at any time.

    /laporanku – your reports and their news
    /status NUMBER – one report
    /batal – drop the report you have not sent
    /bahasa – change the language
    /dataku – your data
    /bantuan – help

    In an emergency, call <b>112</b>.
help-officer =

    <b>Officers</b>
    /antrian – the reports that wait for you
    /riwayat NUMBER – the history of a report
    Type a report's number to open its card.
    Answer by replying to a report's card, or press <i>Answer</i>.
    New officers train on ten made-up reports: ask whoever runs this bot to open <code>lapor-bot demo --latihan</code>.
help-office-admin =

    <b>Admins of an agency</b>
    /aturan – the agency's rules
    /template – ready-made answers
    /petugas – your officers: let them in, take rights away
help-admin =

    <b>Admins</b>
    /antrian – what waits for a decision
    /instansi – agencies and their officers
    /undang – links for officers, groups, or admins
    /petugas AGENCY NAME – who works there
    /cabut AGENCY NAME – take rights away
    /kenapa NUMBER – why that agency was suggested
    /katakunci – the keywords that choose agencies
    /riwayat NUMBER – the history of one report
    /libur – additional days off
    /gabung NUMBER – merge or split reports
language-ask = Which language do you use?
language-set = All right, we speak English.

welcome-admin = You are now an admin. What waits for a decision is in /antrian, the guide in /bantuan.
command-laporanku = My reports and their news
command-status = Where one report stands
command-batal = Drop the report not yet sent
command-bahasa = Change the language
command-dataku = See, copy or erase my data
command-bantuan = How to report

## Danger

danger-fire = If it is still burning, call <b>113</b> or <b>112</b> now.
danger-crime = If it is still going on, call <b>110</b> or <b>112</b> now.
danger-ambulance = If somebody needs help at once, call <b>119</b> or <b>112</b> now.
danger-disaster = If you or others are in danger, call <b>112</b> now.
care-accuses = This report names an official. It does not simply go to that agency: our admins check it first and choose the right oversight body. You can also turn to the agency's own whistleblowing line (WBS) or to the KPK (198).
care-violence = For violence against women and children, SAPA <b>129</b> is there at any hour. It is safer to make this report Confidential.

## The card of the report that is being written

card-head = <b>Your report</b> · { $kind }
class-complaint = Complaint
class-wish = Suggestion
class-information = Request for information
card-place = Place: { $place }
card-place-unknown = Place: not known yet
card-since = Since: { $day }
card-on = When: { $day }
card-goes = Goes to: <b>{ $agency }</b>
card-goes-because = Goes to: <b>{ $agency }</b>, because you mention { $reasons }.
card-chosen = Your choice: <b>{ $agency }</b>. Our admins check it by { $day }; you get your report number right now.
card-unsure = We are not sure yet which agency is the right one. Just send it: our admins decide by { $day }, and you get your report number right now.
card-admin = Our admins choose the agency by { $day }. You get your report number right now.
card-care = Our admins look at it first, by { $day }. You get your report number right now.
card-photo = Do you have a photo? Just send it here.
card-when = Since when? Just write the date, for example “5/3/2026”.
card-two-matters = If this is another matter: send this one first, then write the other. One report is answered by one agency.
card-more = … ({ $count } characters, all of them are sent)
list-and = { $first } and { $last }
files-photo = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
files-video = { $count ->
        [one] { $count } video
       *[other] { $count } videos
    }
files-document = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
files-voice = { $count ->
        [one] { $count } voice message
       *[other] { $count } voice messages
    }
files-missing = { $count ->
        [one] One file could not be passed on: it is damaged, too large, or carries personal data that we cannot remove. If needed, ask the sender to send it again as an ordinary photo or a PDF.
       *[other] { $count } files could not be passed on: they are damaged, too large, or carry personal data that we cannot remove. If needed, ask the sender to send them again as ordinary photos or PDFs.
    }
button-send = Send
    .typed = send it, yes send it, send now, yes, ok, okay, correct, looks good, go ahead, submit, send it
button-change-agency = Change agency
button-pick-agency = Choose myself
button-edit = Edit
    .typed = change it, fix, wrong
button-anonymous = Anonymous: { $state }
    .typed = hide my name, do not show my name
button-secret = Confidential: { $state }
button-not-anonymous = Not anonymous
    .typed = show my name, use my name
button-not-secret = Not confidential
    .typed = make it public
anonymous-on = Anonymous: the agency does not see who you are.
anonymous-off = Anonymous is off: the agency sees your Telegram name.
secret-on = Confidential: only the agency concerned can read this report.
secret-off = Confidential is off.

## What is still missing

ask-words = Tell us what happened and where.
ask-words-what = Tell us what happened there.
ask-words-files = Saved: { $files }. Tell us what happened and where.
ask-words-voice = { $files } saved; the officers will listen. Write just a little: what is it about, and where?
ask-words-place = The location is saved: { $place }. Tell us what happened.
ask-place = Where did it happen? Send the location, or write the name of the village, district, or city.
ask-place-again = We do not know that place yet. Try the district and the regency or city, for example “Cibinong, Bogor”.
ask-place-noted = We have noted that. In which district and regency or city is it? For example “Cibinong, Bogor”.
ask-place-which = Which { $name }?
ask-place-which-any = Which place?
ask-place-one = Do you mean { $place }?
place-noted = Place: { $place }.
place-none = All right, our admins will ask about the place if they need it.
button-location = Send location
button-place-unknown = I do not know
    .typed = no idea, not sure, dont know, i dont know, don t know, i don t know
button-place-other = Another place
    .typed = no, not that, wrong
ask-when = When did it happen? Press a button, or write the date, for example “5/3/2026”.
ask-when-again = We did not understand the time. Press a button, or write the date with numbers, for example “5/3/2026”.
button-today = Today
button-yesterday = Yesterday
ask-rewrite = Write your report again. It replaces the old words; photos and place stay.

## Changing

edit-head = What would you like to change?
button-edit-text = Words
button-edit-place = Place
button-edit-when = Time
button-edit-class = Kind of report
button-drop-files = Remove attachments
button-back = Back
    .typed = no, go back, keep it, do not cancel
button-cancel = Cancel
    .typed = never mind, nevermind, forget it, cancel it
ask-class = What kind of report is this?
agency-head = Who do you think should answer?
button-search-agency = Find another agency
button-admin-decides = I do not know
ask-agency = Write the name of the agency, for example “dishub bogor”.
agency-none = We have not found that agency. Try another name, or let our admins choose.
agency-found = Which one?
cancel-sure = Drop this report? It has not been sent.
button-cancel-sure = Yes, drop it
    .typed = yes, ok, throw away
cancelled = Dropped. If there is something else, just write.
question-cancelled = Cancelled. Nothing was sent or changed.
nothing-to-cancel = No report is being written. If there is a problem, just tell us.
draft-not-sent = This report has not been sent yet. Press <b>Send</b>, or type “send”.
sent-already = It has been sent already. This is your newest report:
draft-waiting = You have a report that has not been sent:
button-go-on = Continue
    .typed = yes, ok, go on
button-start-new = Start a new one
    .typed = new, start over

## Receipt

receipt-head = We have your report.
receipt-number = Number: <code>{ $number }</code>
receipt-agency = { $agency } answers by { $day }. We tell you here.
receipt-unstaffed = { $agency } does not take reports through Telegram yet, so our admins pass it on and note the answer, by { $day }. We tell you here.
receipt-admin = Our admins choose the agency by { $day }. We tell you here.
button-view = See the report
button-add = Add something
button-pin = PIN for another account
pin-new =
    PIN for <code>{ $number }</code>: <code>{ $pin }</code>
    With this number and PIN, somebody else can read where the report stands and the answers, nothing more. Any earlier PIN no longer works.
pin-used = The PIN of report <code>{ $number }</code> has just been used from another account. If you did not allow that, ask for a new PIN.

## My reports

mine-head = <b>Your reports</b> ({ $count })
mine-line = <code>{ $number }</code> · { $title }
    { $state }
mine-none = You have no reports yet. If there is a problem, just tell us here.
button-newer = ‹ Newer
button-older = Older ›
view-head = <code>{ $number }</code> · { $kind }
view-filed = Sent on { $day }
view-hidden = Only the person who reported it can read the report itself.
view-answers = <b>News</b>
said-agency = { $day }, { $agency }: “{ $text }”
said-agency-asks = { $day }, { $agency } asks: “{ $text }”
said-you = { $day }, you: “{ $text }”
said-files = (attachment)
state-unverified = Our admins are choosing the agency, by { $day }.
state-dispatched = With { $agency }, answer due by { $day }.
state-in-progress = { $agency } is working on it.
state-replied = { $agency } has your reply.
state-waiting = Waiting for your answer.
state-late = With { $agency }, not answered yet. Its deadline has passed: { $day }. We are sorry that you have to wait.
state-unverified-late = Our admins have not chosen the agency yet. The deadline has passed: { $day }. We are sorry that you have to wait.
state-settled = { $agency } says it is solved. Waiting for what you say.
state-closed = Solved.
state-closed-silent = Closed, because we did not hear from you for a long time.
state-archived = Not taken further.
state-withdrawn = You took it back.
someone = the agency concerned
button-reply = Reply
button-withdraw = Take report back
button-withdraw-sure = Yes, take it back
    .typed = yes, ok
withdraw-sure = Take back report <code>{ $number }</code>? The agency stops working on it.
withdrawn = Report <code>{ $number }</code> has been taken back.
ask-add = What would you like to add to <code>{ $number }</code>? Write it, or send a photo.
added = Added to <code>{ $number }</code> and passed on to { $agency }.
added-admin = Added to <code>{ $number }</code>. Our admins read it.
loose = Which report does this belong to?
button-new-report = A new report
    .typed = new, new one, something else
ask-number = Write the number after the command, for example /status LPR-7K3M-9QXD-4TC, or see them all in /laporanku.

## News for the reporter

notice-head = <code>{ $number }</code> · { $title }
notice-taken = { $agency } has taken up your report and is working on it. Its answer comes by { $day }.
notice-answered = { $agency } answers:
notice-contributed = { $agency }, which works on it too, writes:
notice-joined-by = { $partner } works on your report too from now on. { $agency } is still the one that answers and closes it.
notice-stepped-out = { $partner } works on it no more. { $agency } goes on with your report.
notice-asked = { $agency } needs to know something from you:
notice-asked-next = Reply to this message. The deadline stands still while we wait for you.
notice-settled = { $agency } says this is solved:
notice-settled-next = Is that right?
notice-sent-on = Our admins have passed your report on to { $agency }. The answer comes by { $day }.
notice-sent-on-unstaffed = Our admins have passed your report on to { $agency }, which does not use this service yet. We note its answer and tell you here, by { $day }.
notice-rerouted = Your report has been handed on to { $agency }. The answer is still due by { $day }.
notice-archived = We cannot take this report further: { $reason }. If there is something new, just send a new report.
notice-quote = “{ $text }”
notice-delayed = There is an additional day off, so the deadline moves to { $day }.
remind-question = We are still waiting to hear from you. If nothing has come by { $day }, this report stops here.
remind-settled = { $agency } says this is solved. Is that right? If we do not hear from you by { $day }, we close this report.
remind-answered = Is the answer of { $agency } enough for you? If we do not hear from you by { $day }, we close this report.
late-answer = { $agency } has not answered by its deadline. We have reminded those above. We are sorry that you have to wait.
late-settle = { $agency } has not solved it by its deadline. We have reminded those above. We are sorry that you have to wait.
late-admin = There is no answer yet, and the deadline has passed. Our admins have been reminded and are asking for it. We are sorry that you have to wait.
late-verify = Our admins have not chosen the agency by their deadline, and have been reminded. We are sorry that you have to wait.
archive-sara = it offends people for their ethnicity, religion, race, or group
archive-no-evidence = there is nothing to support it yet
archive-unclear = it is not clear enough yet
archive-irrelevant = it is not about a public service
archive-expired = it happened too long ago
archive-wish-of-reporter = you asked for it
button-solved = It is solved
    .typed = yes, solved, fixed, done, it is fixed
button-unsolved = Not solved yet
    .typed = no, not yet, not fixed, still broken
ask-unsolved = What is not right yet? Just write, or send a photo. We pass it on to the officers.
unsolved-done = We have passed it on to { $agency }. Report <code>{ $number }</code> stays open.
closed-rate = We are glad. Report <code>{ $number }</code> is closed. How was the service, from 1 (poor) to 5 (good)?
rated = Thank you. Is there anything to add? Just write, or leave it.
rated-low = We are sorry that the service was not good. What is not right yet? Just write: your report is open again.
rated-words = Thank you, we have passed it on.

## Refusals: each says what can be done

refused-not-found = We cannot find this number on your account. If you have its PIN, send the number and the PIN together.
refused-not-allowed = This needs a right that you do not have yet. If it is your task, ask your agency's admin for a link.
refused-not-now = This report has changed, so that is no longer possible. This is how it stands now.
refused-taken = { $name } accepted this report before you.
refused-needs-reason = Choose the reason first.
refused-needs-answer = Write the answer first.
refused-needs-agency = That agency is not on the list. Try another name.
refused-unread-period = We know “{ $words }” neither as a period nor as an agency. Try “yesterday”, “last week”, “this month”, “30 days”, “2026-11”, “2026”, or the agency's name.
refused-not-your-agency = The figures and sheets of { $agency } are opened by its own admin. Without an agency's name you get those of your own.
refused-needs-words = First tell us what happened.
refused-needs-place = We do not know that place yet. Try the district and the regency or city, for example “Cibinong, Bogor”.
refused-no-draft = This button is old. This is how things stand now:
refused-accused-agency = A report that names an agency's officials is checked by an admin first, so that it does not fall into the wrong hands. Just send it.
refused-invitation-spent = This link has been used or is out of date. Ask an admin for a new one.
refused-not-in-group = This group is not connected to an agency yet. Ask an admin for a group link.
refused-too-many-tries = That was too many tries. Try again in an hour.
refused-wrong-pin = We cannot find this number on your account. If you have its PIN, send the number and the PIN together.
refused-too-large = We cannot receive files above 20 MB from Telegram. Send a smaller one; your words and other attachments are safe.
refused-outside-indonesia = That point is outside Indonesia. Send the location where it happened, or write the name of the place.
refused-too-many-files = There are { $most } attachments already, that is the most we can take. You can still add words.
refused-needs-evidence = Your agency closes a report with a photo. Send it now; your words are kept.
refused-own-work = What you have written yourself is agreed to by a colleague or your agency's admin.
refused-unknown-place = We do not know this in braces: { $name }. Use nomor, judul, instansi or batas.
refused-too-many = There are { $most } already, which is the most. Delete one that is not used.
refused-admin-only = A report that names an agency's own people is moved by our admins only.
refused-one-agency = A confidential report is read by its own agency only, so no other is invited.
refused-partnered = { $agency } works on it already. End that first, then invite another one.
refused-nobody-there = { $agency } has no officers here yet, so it cannot be invited. Ask an admin to invite its officers first.
refused-day-past = That day is over. Choose today or later.
refused-reopen-over = This report was closed too long ago to be opened again. If there is still a problem, just send a new report.
refused-last-admin = Without an admin nobody can decide which agency answers. Invite another admin with /undang first, then take this right away.
refused-asked-already = The admins of { $agency } have your request already. If nobody answers, ask again tomorrow.
refused-already = It is so already, there is nothing to change.

## What cannot be read

cannot-sticker = We cannot read stickers yet. Tell us with words, photos, or your voice.
cannot-poll = We cannot take polls yet. Just write what happened.
cannot-contact = We do not keep other people's contacts. Just write what happened.
cannot-video-note = We cannot pass on round video messages yet. Send it as an ordinary video, or tell us with words.
cannot-live-location = We note your location once and do not follow it.
cannot-edit = We do not read changes to earlier messages. Press <i>Edit</i> on the card, or write what you would like to add.
cannot-anything = We cannot read messages of this kind yet. Tell us with words, photos, or your voice.
old-button = This button is old. This is how things stand now:
old-button-nothing = This button is old. If there is a problem, just tell us here.
fault = Something went wrong on our side. What you sent is safe and nothing is lost; we are putting it right. Try again in an hour.
press-unknown = First open this bot in private and press Start.
unknown-command = There is no such command. Just write what happened, or see /bantuan.

### Officers, admins, and groups: the office words that they use themselves.

## The officers' card

case-head = <code>{ $number }</code> · { $kind } · <b>{ $state }</b>
case-state-new = new
case-state-taken = accepted
case-state-unverified = not yet verified
case-state-in-progress = being followed up
case-state-settled = awaiting the reporter's confirmation
case-state-replied = reporter has replied
case-state-waiting = awaiting details
case-state-closed-by-reporter = closed by the reporter
case-state-closed-by-system = closed by the system
case-state-closed-by-admin = closed by an admin
case-state-archived-by-admin = archived by an admin
case-state-archived-by-system = archived by the system
case-state-archived-by-reporter = withdrawn by the reporter
case-state-blocked = content blocked
case-map = <a href="https://www.openstreetmap.org/?mlat={ $latitude }&amp;mlon={ $longitude }#map=17/{ $latitude }/{ $longitude }">map</a>
case-no-place = place not known yet
case-happened = happened { $day }
case-since = since { $day }
case-reporter = reporter: { $name }
case-reporter-anonymous = reporter: anonymous
case-guarded = Its content opens in a private chat only · sector { $sector }
case-secret = Confidential: for this agency only.
case-nobody = No officer is registered yet, so the admins handle it. To ask for access, send /start in this group.
case-partner = Handled by { $agency } <b>together with { $partner }</b>
case-due = Response due: { $day } ({ $left })
case-due-verify = Verification due: { $day } ({ $left })
case-overdue = <b>Overdue</b>, response was due: { $day } ({ $left })
case-overdue-verify = <b>Overdue</b>, verification was due: { $day } ({ $left })
case-due-settle = Solution due: { $day } ({ $left })
case-overdue-settle = <b>Overdue</b>, solution was due: { $day } ({ $left })
case-due-law = Due under Law 14/2008: { $day }
case-left = { $days ->
        [one] { $days } working day left
       *[other] { $days } working days left
    }
case-left-today = today
case-late = { $days ->
        [one] { $days } working day late
       *[other] { $days } working days late
    }
case-stopped = The deadline stands still while the reporter is asked.
case-taken-by = <b>accepted</b> by { $name }, { $moment }
case-given-to = Given to { $name }, not yet accepted
case-answered-at = First response { $moment }
case-unsolved = { $times ->
        [one] The reporter has said once that it is not solved.
       *[other] The reporter has said { $times } times that it is not solved.
    }
case-rated = Rated by the reporter: { $stars } of 5
case-more = … ({ $count } characters, the rest through <i>More</i> or /antrian)
case-said = { $moment } · { $who }: “{ $text }”{ $mark }
case-said-answer = answer
case-said-question = request for details
case-said-closing = resolution
case-said-reply = reporter
case-said-unsolved = reporter, not solved
case-said-hand-back = not ours
case-said-rating = reporter, rating
case-said-proposal = proposed closing
case-said-note = internal note
case-said-contribution = result
case-said-by = { $kind }, { $agency }
case-said-files = (attachment)
case-mark-arrived = { " " }· reached the citizen
case-mark-blocked = { " " }· not delivered, the citizen has blocked the bot
case-mark-waiting = { " " }· being sent
case-away = <code>{ $number }</code> · reassigned to { $agency }
case-away-admin = <code>{ $number }</code> · with the admins
case-withdrawn = <code>{ $number }</code> · card withdrawn
case-stepped-out = <code>{ $number }</code> · no longer taking part
case-toast-taken = You have accepted this report.
case-toast-opened = Sent to your private chat.
case-opened-private = This report is only read in a private chat. We have sent its card there.
case-cannot-answer = Report <code>{ $number }</code> is { $state }, so it can no longer be answered.
button-take = Accept
button-answer = Answer
button-ask = Ask for details
button-hand-back = Not ours
button-settle = Resolved
button-more = More
button-open = Open
button-open-private = Open in private chat
button-whole = Read in full
button-history = History
button-card = Report card
queue-head-all = <b>Queue</b>, the most urgent on top
queue-head-mine = <b>Queue: mine</b>
queue-head-new = <b>Queue: new</b>, not yet accepted by anybody
queue-head-soon = <b>Queue: due soon</b>, within two working days
queue-head-late = <b>Queue: overdue</b>
queue-head-reporter = <b>Queue: waiting for the reporter</b>, who has been asked for more
queue-head-invited = <b>Queue: invited to</b>, another agency has them
queue-empty = Nothing is left in this part.
button-queue-all = All: { $count }
button-queue-mine = Mine: { $count }
button-queue-new = New: { $count }
button-queue-soon = Due soon: { $count }
button-queue-late = Overdue: { $count }
button-queue-desk = Admins' queue
button-queue-office = Agency's queue
button-queue-reporter = With reporter: { $count }
button-queue-invited = Invited to: { $count }
queue-none = No report is waiting. New ones come by themselves, here or to your agency's group.
queue-line = <code>{ $number }</code> · { $title }
    { $state } · due { $day }
queue-line-asked = <code>{ $number }</code> · { $title }
    waiting for the reporter since { $day }

## Not ours

back-head = <code>{ $number }</code>: why is it not within your agency's remit? The report stays open and goes back to the admins.
back-who = Who do you think is responsible? You can also write a note for the admins.
back-who-noted = Your note for the admins is kept. Who do you think is responsible?
back-search = Write the name of the agency you think is responsible, for example “dinas pu bogor”. In a group: reply to this message.
back-found = Which one?
back-none = We have not found that agency. Try another name, or press <i>I do not know</i>.
back-done = <code>{ $number }</code> · handed back to the admins
back-done-to = <code>{ $number }</code> · handed back to the admins, proposed: { $agency }
button-back-o = Another agency's remit
button-back-l = National or provincial
button-back-p = Outside our area
button-back-u = Content is unclear
back-reason-o = within another agency's remit
back-reason-l = within another level's remit
back-reason-p = outside the working area
back-reason-u = content unclear
button-search = Find an agency
button-unknown = I do not know

## Writing to the reporter

compose-answer = Write the answer for <code>{ $number }</code>. Photos may go with it. The reporter reads it once you press <i>Send to the reporter</i>.
compose-ask = What does the reporter of <code>{ $number }</code> need to complete? Write the question. The deadline stands still until they answer.
compose-settle = What is the result for <code>{ $number }</code>? Write the closing answer, photos may go with it. The reporter says whether it is solved.
compose-contribute = Write what your agency has done for <code>{ $number }</code>. Photos may come along. The reporter reads it in your agency's name; the deadline and the closing stay with the agency in charge.
compose-reply-here = Reply to this message.
compose-elsewhere = Write the answer of { $agency }, as they gave it.
compose-needs-words = The attachments are kept. Write the words too, so that the reporter understands.
compose-preview = <b>This is how the reporter reads it:</b>
compose-files = The attachments go with it.
compose-sent = <code>{ $number }</code> · sent to the reporter, { $moment }
compose-sent-next = The report's card shows whether it has arrived.
compose-cancelled = <code>{ $number }</code>: nothing was sent.
compose-none = None of your words wait to be sent here. They may be a colleague's, or already sent.
compose-meanwhile = This report has changed while you were writing. Read this first, then press <i>Send to the reporter</i> once more if it is still needed.
compose-unsent = <code>{ $number }</code>: not sent, because this report has changed. Its card shows how it stands now. Your words:
compose-unsent-files = Your files were not sent either.
button-send-reporter = Send to the reporter

## News for officers and admins

said-head = <code>{ $number }</code> · { $title }
said-head-guarded = <code>{ $number }</code>
said-reply = The reporter replies:
said-unsolved = The reporter says it is not solved:
said-unsolved-again = The reporter has said { $times } times that it is not solved, so this report comes to you as well:
warned-verify = Verification and sending on are due by { $day }.
warned-answer = The first response is due by { $day }.
warned-settle = The solution is due by { $day }.
warned-late-verify = <b>Overdue</b>: verification and sending on were due by { $day }.
warned-late-answer = <b>Overdue</b>: the first response was due by { $day }.
warned-late-settle = <b>Overdue</b>: the solution was due by { $day }.
warned-at = At { $agency }.
warned-told = Its officers and its admin have been reminded.
warned-told-admins = The national admins have been told too.
warned-unsolved = The reporter has said { $times } times that it is not solved, so this report comes to you as well.
days-off-head = <b>Additional days off</b>
days-off-none = No additional days off yet. National holidays and joint leave count already.
days-off-line = { $day }: { $name }
days-off-how = To add one: /libur 2026-12-24 Regional leave
days-off-added = { $day } is a day off now ({ $name }). Reporters whose deadline moves are told.
days-off-removed = { $day } is a working day again. Deadlines that were promised do not change.
days-off-unread = The date could not be read. Write for example /libur 2026-12-24 Regional leave.
button-day-off-remove = Remove { $date }
said-rating = The reporter's note to the rating ({ $stars } of 5):
said-rating-only = The reporter's note:
said-guarded = The reporter has replied. Open it in a private chat to read it.
moved-away = <code>{ $number }</code> has been reassigned to { $agency }. You need not follow it up any more.
moved-away-quiet = <code>{ $number }</code> is now with the admins. You need not follow it up any more.
undelivered-report = <code>{ $number }</code> has not reached the officers of { $agency }: their chat or group cannot be reached.
undelivered-agency = The group of { $agency } can no longer be reached and has been disconnected. Make a new group link with /undang if needed.
undelivered = Some news could not be delivered to officers.
undelivered-unread = No officer of { $agency } can be reached any more. { $count ->
    [one] Its open report now waits
   *[other] Its { $count } open reports now wait
} for you in /antrian. Invite new officers with /undang.
let-in-ask = <b>{ $name }</b>, from the agency's group, asks to join as an officer of { $agency }. Allow it only if you know this person.
button-let-in = Allow
welcome-in = You are now an officer of { $agency }. You can follow up report cards in the group or here, the queue is in /antrian.
welcome-out = Your rights as an officer of { $agency } have been taken away. Thank you for your work.
welcome-out-admin = Your rights as an admin have been taken away. Thank you for your work.

## More news for the reporter

notice-answered-elsewhere = { $agency } answers through our admins:
notice-asked-admin = Our admins need to know something from you:
notice-closed-system = We have not heard from you for a long time, so we have closed this report. If it is not solved, just say so.
notice-closed-admin = Our admins have closed this report. If it is not solved, just say so.
notice-expired = What we asked you for has not come, so this report stops here. If you still need it, just send a new report.
notice-files = The attachments follow below.

## The admins' desk

desk-suggested = Suggestion: <b>{ $agency }</b> ({ $percent } %){ $because }
desk-suggested-other = { $agency } ({ $percent } %)
desk-because = { " " }because of { $words }
desk-no-suggestion = Suggestion: none yet. Search for the agency.
desk-no-place = Field: <b>{ $sector }</b>. The place was not named, so no agency can be suggested: ask the reporter, or search.
desk-accuses = <b>Names an official</b>: do not send it to the agency it accuses. Its oversight body comes first.
desk-violence = <b>Violence against women or children</b>: handle it as confidential.
desk-back = Handed back by { $agency }: { $reason }.
desk-back-before = Handed back before by { $agencies }.
desk-back-candidate = They propose: <b>{ $agency }</b>.
desk-back-words = Their note: “{ $text }”
desk-partner-rests = { $partner } was invited to help, and goes on as soon as this report is sent on.
desk-at = With { $agency }
desk-at-unstaffed = With { $agency }, which has no officers here yet. You record their answers.
desk-not-admin = <code>{ $number }</code>
button-approve = Approve
button-desk-search = Search
button-desk-ask = Ask the reporter
button-archive = Archive
button-reroute = Reassign
button-pull-back = Pull back
desk-search = Write the name of an agency for <code>{ $number }</code>, for example “dishub bogor”.
desk-found = Where should <code>{ $number }</code> be assigned?
desk-none = We have not found that agency. Try another name.
desk-routed = <code>{ $number }</code> is assigned to { $agency }. The reporter and the officers are told.
desk-routed-unstaffed = <code>{ $number }</code> is assigned to { $agency }, which has no officers here yet. The reporter is told; you record the answer on the card.
desk-toast-routed = Assigned to { $agency }.
desk-toast-pulled = Pulled back. The officers are told.
desk-archive = Why archive <code>{ $number }</code>? The reporter reads the reason.
desk-archived = <code>{ $number }</code> · archived: { $reason }. The reporter is told.
button-archive-sara = Offends a group (SARA)
button-archive-no-evidence = No evidence
button-archive-unclear = Unclear
button-archive-irrelevant = Not for government
button-archive-expired = Too long ago
button-archive-wish-of-reporter = Reporter's wish
desk-queue-head = <b>Waiting for an admin</b> ({ $count })
desk-queue-at = at { $agency }, without officers
desk-queue-back =
    { $times ->
        [one] handed back once
       *[other] handed back { $times } times
    }
desk-queue-none = Nothing waits for an admin's decision.

## History

history-head = <b>History</b> <code>{ $number }</code>
history-line = { $moment } · { $act }{ $agency }{ $by }{ $reason }
history-agency = { " " }({ $agency })
history-by = , { $who }
history-reason = : { $reason }
history-clock = { $clock }, { $percent } %
history-clock-again = { $clock }, long past
history-clock-verify = time to verify
history-clock-answer = time to respond
history-clock-settle = time to solve
history-clock-silence = waiting for the reporter's word
history-clock-complete = waiting for completion
history-unsolved = not solved again
history-days-off = additional day off
history-ask-number = Write the number after the command, for example /riwayat LPR-7K3M-9QXD-4TC.
history-reporter = reporter
history-system = automatic
history-admin = admin
history-officer = officer
act-file = report received
act-verify = verified and assigned
act-reroute = reassigned
act-pull_back = pulled back to the admins
act-take = accepted
act-answer = followed up
act-ask = details requested
act-hand_back = not ours
act-settle = resolved according to the agency
act-reply = reply of the reporter
act-complete = details from the reporter
act-confirm = closed by the reporter
act-reject = not solved according to the reporter
act-rate = rating
act-reopen = reopened
act-withdraw = withdrawn by the reporter
act-close = closed by an admin
act-archive = archived
act-block = content blocked
act-lapse = closed by the system
act-expire = archived by the system
act-propose = closing proposed
act-endorse = closing agreed to
act-return = closing sent back
act-take_over = taken over
act-hand_over = given to a colleague
act-to_unit = sent on to a unit
act-note = internal note
act-invite = agency invited
act-contribute = contribution of the invited agency
act-step_out = no longer taking part
act-remind = reporter reminded
act-warn = office reminded
act-escalate = taken up the ladder
act-delay = deadline moved

## Agencies, officers, links

agencies-head = <b>Agencies with officers</b>
agencies-line = { $count ->
        [one] { $agency }: { $count } person
       *[other] { $agency }: { $count } people
    }
agencies-none = No agency has officers here yet. Invite the first with /undang.
agencies-found = Which agency?
agencies-not-found = We have not found that agency. Try another name, for example “dishub bogor”.
agencies-search = Write the name of the agency, for example “dishub bogor”.
agencies-more = and { $count } more; search with /instansi NAME
button-agency-search = Find an agency
staff-head = <b>{ $agency }</b>
staff-none = No officers yet. Its reports wait for the admins.
staff-person = { $name }, { $role } since { $day }
staff-group = Group: { $title }
role-officer = officer
role-agency_admin = agency admin
role-admin = admin
admins-head = <b>Admins</b>
button-revoke = Revoke: { $name }
revoked = The rights of { $name } are gone, as of now.
revoke-sure = Take <b>{ $name }</b>'s right at { $agency } away? It ends at once, and their report cards go.
revoke-sure-admin = Take <b>{ $name }</b>'s right as an admin away? It ends at once.
button-revoke-sure = Yes, take it away
revoke-ask = Whose rights do you take away? Choose the agency, or write /cabut AGENCY NAME.
button-admins = Admins
invite-who = Who is the link for? It works once, for seven days.
invite-agency = For which agency? Write its name, for example “dishub bogor”.
invite-which = For which agency?
invite-word-officer = officer
invite-word-agency_admin = agencyadmin
invite-word-group = group
invite-word-admin = admin
button-invite-officer = Officer
button-invite-agency_admin = Agency admin
button-invite-group = Group
button-invite-admin = Admin
button-invite-more-officer = Invite an officer
button-invite-more-agency_admin = Invite an agency admin
button-invite-more-group = Invite a group
invite-link-officer =
    Link for one officer of <b>{ $agency }</b>, works once, until { $day }:
    { $link }
    Send it straight to that person.
invite-link-agency_admin =
    Link for one agency admin of <b>{ $agency }</b>, works once, until { $day }:
    { $link }
    Send it straight to that person.
invite-link-group =
    Link that connects one group with <b>{ $agency }</b>, works once, until { $day }:
    { $link }
    Open it as an admin of the group, then choose the group.
invite-link-admin =
    Link for one admin, works once, until { $day }:
    { $link }
    Send it straight to that person.
let-in-done = { $name } is now an officer of { $agency }.

## Groups

group-bound = This group now receives report cards for <b>{ $agency }</b>. Only registered officers may follow them up. Not registered yet? Open this bot in private, press <i>Start</i>, then press the button below.
group-bound-topic = Report cards for <b>{ $agency }</b> come into this topic. Only registered officers may follow them up.
group-unbound = This group is not connected to an agency yet. Ask an admin for a group link, then open that link and choose this group. To report something, open this bot in private.
group-stranger = Only officers of { $agency } can press this. Send /start here, then press Ask for access: their admin lets you in.
group-stranger-any = This button is for registered officers. Ask your agency's admin for a link.
group-how = Only registered officers can answer. Open this bot in private, press <i>Start</i>, then send /start in this group and press <i>Ask for access</i>.
group-help =
    <b>In this group</b>
    Reply to a report's card to answer its reporter; its buttons are for all else. Not an officer yet? Send /start here.

    Your queue and every other command are in the private chat with this bot. Citizens report there too.
group-asked = Your request has reached the admins of { $agency }. You are told in your private chat.
group-in-already = You are already registered as an officer.
group-stale = This button is old. Open the newest card with /antrian in your private chat.
button-ask-in = Ask for access

## Why

why-ask-number = Write the number after the command, for example /kenapa LPR-7K3M-9QXD-4TC.
number-mistyped = That number is mistyped: one letter or digit does not fit. Copy it from its card, or reply to the card with this command.
why-head = <b>Why</b> <code>{ $number }</code>
why-none = The text points to no agency.
why-no-place = The place is not known, so only the kind of office can be named.
why-candidate = { $place }. <b>{ $agency }</b> · { $percent } %{ $then }
why-then = { " " }(when filed { $percent } %)
why-new = { " " }(not suggested when filed)
why-score = { $sector }: catalogue { $catalogue }{ $learned }
why-taught = , learned { $points }
why-points = { $sign }{ $whole }.{ $tenth }
why-word = Words: { $reasons }
why-name = Names: { $reasons }
why-place = Place: { $reasons }
why-learned = Learned: { $reasons }
why-others = Other sectors: { $sectors }
why-differs = When filed, the first suggestion was { $agency }.
why-same = The first suggestion is the same as when filed.
why-nobody = none
why-versions = Version when filed { $then }, now { $now }

## Keywords

keyword-menu =
    <b>Keywords</b>
    Look: /katakunci WORD, or the name of a sector.
    Change: /katakunci add lampu taman = transport 4
    Weights go from −5 to 5; below zero means not that sector. Every change is tried on the last reports first.
keyword-word-add = add
keyword-word-change = change
keyword-word-remove = remove
keyword-word-history = history
keyword-ask-add = Write the word, the sector and the weight, for example “lampu taman = transport 4”.
keyword-ask-find = Write the word or the name of the sector.
keyword-found = <b>Keywords</b> ({ $count })
keyword-line = { $term } · { $sector } · { $weight }
keyword-more = and { $count } more; search with a narrower word
keyword-none = There is no such keyword yet.
keyword-wish = <b>{ $term }</b> = { $sector } { $weight } ({ $was })
keyword-wish-out = <b>{ $term }</b> = { $sector }, removed ({ $was })
keyword-was = { $weight } before
keyword-was-none = new
keyword-trial =
    { $count ->
        [one] Tried on the only report
       *[other] Tried on the last { $count } reports
    }: { $times ->
        [one] 1 suggestion changes.
       *[other] { $times } suggestions change.
    }
keyword-trial-none =
    { $count ->
        [one] Tried on the only report
       *[other] Tried on the last { $count } reports
    }: no suggestion changes.
keyword-move = { $before } → { $after }: { $count }
keyword-nowhere = no suggestion
keyword-saved = Saved, and in use from now on: <b>{ $term }</b> = { $sector } { $weight }.
keyword-removed = Removed, in use from now on: <b>{ $term }</b>, { $sector }.
keyword-cancelled = Nothing was changed.
keyword-history = <b>Changes of keywords</b>
keyword-history-none = No keyword has been changed here yet.
keyword-change = { $moment } · { $name }: { $wish }
keyword-undone = undone { $moment } by { $name }
keyword-toast-undone = Undone, in use from now on.
button-keyword-add = Add
button-keyword-find = Search
button-keyword-changes = Changes
button-keyword-weigh = Weight { $weight }
button-keyword-remove = Remove
button-keyword-save = Save
button-keyword-cancel = Cancel
button-keyword-undo = Undo: { $term }
refused-keyword-unfit = We could not read that. Write the word, the sector and a weight from −5 to 5, for example “lampu taman = transport 4”.
refused-keyword-sector = There is no sector “{ $words }”. Like it are: { $near }.
refused-keyword-weight = The weight is a number from −5 to 5 behind the sector, for example “lampu taman = transport 4”.
refused-keyword-fillers = “{ $term }” holds only small words, which are not read. Write the words that name the trouble.
refused-keyword-gone = This trial or keyword is out of date. Send /katakunci for the newest.
desk-category = Category: { $category }
## Ready-made answers

template-which = The ready-made answers of which agency?
template-head = <b>Ready-made answers</b> of { $agency }. Officers use them under <i>Answer</i>.
template-none = { $agency } has no ready-made answers yet. Make the first: officers use them under <i>Answer</i>.
template-one =
    <b>{ $name }</b>
    { $text }
template-ask = Write its name in the first line and the answer below. Filled in by itself: {"{"}nomor{"}"} (number), {"{"}judul{"}"} (title), {"{"}instansi{"}"} (agency), {"{"}batas{"}"} (date).
template-ask-again = Write it once more: the name in the first line, the answer below. Filled in by itself: {"{"}nomor{"}"} (number), {"{"}judul{"}"} (title), {"{"}instansi{"}"} (agency), {"{"}batas{"}"} (date).
template-toast-gone = The answer { $name } is deleted.
button-template-new = New answer
button-template-change = Change the answer
button-template-drop = Delete

## An agency's rules, and closings by two people

rules-which = The rules of which agency?
rules-head = <b>Rules of { $agency }</b>
rules-evidence = A closing needs a photo: { $state }
rules-four_eyes = A closing needs a second person: { $state }
rules-digest = Morning digest: { $hour }
rules-digest-none = no
rules-topics = A topic of its own in the group: { $state }
button-topics = Topics: { $state }
topics-none = no
topics-report = per report
topics-unit = per unit
topics-need = For topics the bot has to be an admin of the group with the rights to <i>manage topics</i> and to <i>pin messages</i>.
topic-name = { $number } · { $title }
topic-name-gone = { $number } · no longer here
topics-lack-manage = Topics in the group of { $agency } cannot be made or closed. Make the bot an admin of the group with the right to <i>manage topics</i>. Until then its cards come as before.
topics-lack-pin = Cards in the topics of { $agency } cannot be pinned. Give the bot the right to <i>pin messages</i>.
topics-lack-forum = The group of { $agency } has no topics. Switch <i>Topics</i> on in the group's settings. Until then its cards come as before.
button-digest-hour = Digest: { $hour }
button-rule-evidence = Photo needed: { $state }
button-rule-four_eyes = Second person: { $state }
case-state-proposed = closing awaits consent
closing-asked =
    <code>{ $number }</code> · { $title }
    { $name } proposes to close it:
    “{ $text }”
    The reporter is asked only after you agree.
closing-asked-guarded = <code>{ $number }</code>: { $name } proposes to close it. Open it in your private chat to read it.
closing-waits = <code>{ $number }</code> · waits for a colleague or the agency's admin to agree, { $moment }. The reporter has not been told.
closing-ask-why = What is missing in the closing of <code>{ $number }</code>? Write it for your colleague; the reporter never reads it.
closing-sent-back = The closing of <code>{ $number }</code> is sent back. Your colleague is told.
closing-returned =
    <code>{ $number }</code> · { $title }
    { $name } has sent your closing back: “{ $text }”
    Your words: “{ $mine }”
closing-toast-endorsed = Agreed. The reporter is asked now.
button-endorse = Agree to close
button-return = Send back

## Morning digest

digest-head = <b>Waiting at { $agency }</b>, { $date }
digest-new = New, not yet accepted: { $count }
digest-today = Due today: { $count }
digest-late = Overdue: { $count }
digest-reporter = Waiting for the reporter: { $count }
digest-invited = Invited to by another agency: { $count }
digest-where = The list is in /antrian, in your private chat with this bot.
button-digest-open = Open the queue

## Sharing work among officers

button-note = Internal note
button-share = Share the work
button-take-over = Take over
button-hand-over = Give to a colleague
button-to-unit = Send on to a unit
button-previous = Previous
button-next = Next
share-whom = Who deals with <code>{ $number }</code> from here on? Your colleague is told at once.
share-alone = Nobody else in your agency can take <code>{ $number }</code> yet. Invite somebody with /undang.
share-which-unit = Which unit deals with <code>{ $number }</code>? The date stays, the reporter is told.
share-toast-handed = Given to { $name }.
note-ask = Write a note for your colleagues on <code>{ $number }</code>. The reporter never reads it.
note-kept = The note on <code>{ $number }</code> is kept. Only your agency and the admins read it.
note-kept-two = The note on <code>{ $number }</code> is kept. Only the two agencies and the admins read it.
co-whom = Which agency is invited to work on <code>{ $number }</code> too? Write its name, for example “dinas pupr bogor”. The deadline and the closing stay with your agency, the reporter is told.
co-found = Whom to invite for <code>{ $number }</code>?
co-invited = <code>{ $number }</code>: { $agency } works on it too from now on. The reporter is told.
co-nobody = <code>{ $number }</code>: nobody was invited.
co-toast-ended = { $agency } works on it no more. The reporter is told.
button-contribute = Tell what was done
button-co-invite = Invite an agency
button-co-end = End the invitation
button-co-leave = No longer take part
handed-over =
    <code>{ $number }</code> · { $title }
    { $name } has given you this report.
taken-over =
    <code>{ $number }</code> · { $title }
    { $name } has it now. You need not follow it up any more.

## Names of sectors

sector-pu_jalan_air = roads and waterways
sector-perumahan_permukiman = housing
sector-lingkungan_kebersihan = environment and cleanliness
sector-perhubungan = transport
sector-dukcapil = civil registration
sector-sosial = social affairs
sector-kesehatan = health
sector-pendidikan = education
sector-satpolpp = public order
sector-pdam_air_minum = drinking water
sector-tenaga_kerja = labour
sector-kominfo = communication and informatics
sector-bpjs_kesehatan = health insurance
sector-bpjs_ketenagakerjaan = employment insurance
sector-damkar_bencana = fire and disasters
sector-perdagangan_umkm_pasar = trade and markets
sector-dp3a_kb = women, children, and families
sector-perizinan_ptsp = permits
sector-kepegawaian_bkn = civil service
sector-pajak_pendapatan_keuangan = taxes and revenue
sector-polisi = police
sector-pariwisata_olahraga_budaya = tourism, sport, culture
sector-pertanian_pangan = farming and food
sector-imigrasi_pemasyarakatan = immigration and law
sector-ojk_bank = banks and insurance
sector-esdm_energi = energy and mining
sector-pln_listrik = electricity
sector-kesbangpol = national unity
sector-bumn = state-owned enterprises
sector-inspektorat = oversight
sector-kai_transport_bumn = railways and transport
sector-dalam_negeri = home affairs
sector-desa_pmd = villages
sector-pos = post
sector-pertanahan_bpn = land
sector-kehutanan = forestry
sector-telkom = telecommunications
sector-agama = religion
sector-perikanan = fisheries
sector-perpustakaan_arsip = libraries and archives
sector-kecamatan_kelurahan = districts and wards
sector-pemda_umum = general administration
sector-sekda_umum = regional secretariat
sector-pertahanan = defence
sector-lain = other

## Many voices for one problem

similar-head = Something similar has been reported already:
similar-line = About { $sector } · { $place } · { $day } · { $count ->
        [one] 1 person
       *[other] { $count } people
    }
similar-join = If it is the same problem you may join: a number of your own, the same news, and the agency knows how many people wait.
similar-own = You have reported something similar already: <b>{ $title }</b>. Add this to it?
button-join = Join this report
    .typed = join, yes
button-join-nth = Join report { $count }
button-send-alone = Send mine on its own
    .typed = send, send it, alone, send mine
button-add-own = Add to that report
receipt-joined = You have joined others: now { $count } people.
receipt-joined-working = { $agency } is working on it. We tell you here.
view-together = Reported by { $count } people together.
view-partner = { $partner } works on it too.
button-leave = Separate my report
left = Report <code>{ $number }</code> stands alone now. Its deadline stays the same, and you still get its news here.
notice-merged = Your report has been put together with those of others on the same problem: { $count } people. Your number stays the same.
notice-parted = Your report stands alone again. You still get its news here.
notice-closed-together = Another person who reported this has said it is solved, so this report is closed. If you disagree, just say so.
state-closed-together = Closed together with the reports of others.
refused-not-alike = Secret reports, and those that name officials or violence, are never put together with others.
case-voices = Reported by <b>{ $count } people</b>
case-joined = <code>{ $number }</code> · merged into <code>{ $main }</code>
case-voices-head = <b>What people say</b> · <code>{ $number }</code> · { $count } people
case-voice = <code>{ $number }</code> · { $name }: “{ $text }”
case-voice-anonymous = anonymous
case-voices-more = and { $count } more
merge-head = Which report is the same as <code>{ $number }</code>? Press one, or write its number:
merge-none = No open report resembles <code>{ $number }</code>. If you know one that is the same, write its number.
merge-line = <code>{ $number }</code> · { $title }
merge-people = <code>{ $number }</code> speaks for { $count } people:
merge-is-voice = <code>{ $number }</code> is merged into <code>{ $main }</code> already.
merge-done = <code>{ $number }</code> is merged into <code>{ $main }</code>, now { $count } people. Its reporter has been told.
merge-split = <code>{ $number }</code> stands alone again. Its reporter has been told.
merge-ask-number = Which number? Write for example /gabung LPR-7K3M-9QXD-4TC.
button-voices = What people say
button-merge = Merge
button-split = Split off
button-split-one = Split { $number }
act-join = a citizen has joined
act-leave = a citizen has left the others
act-merge = merged
act-split = split off
act-follow = follows the merged report
act-lead = speaks for the merged reports

## Figures

help-numbers =

    <b>Figures</b>
    /statistik PERIOD – figures and their pictures, for example yesterday or this month
    /ekspor PERIOD – the official sheet, Excel or CSV
    /penilaian PERIOD – the self-assessment to hand in
    /umumkan – an announcement to officers or reporters
figures-head = <b>{ $period }</b> · { $scope }
figures-everybody = all agencies
figures-in = { $count } reports came in.
figures-in-open = { $count } reports came in, { $open } are still open.
figures-few = Fewer than 5 reports came in.
figures-none = No report came in.
figures-first = First answer: median <b>{ $time }</b>, { $percent }% within { $clock } working days (of { $count } reports).
figures-solved = Until solved: median <b>{ $time }</b> (of { $count } reports).
figures-closed = Closed: { $parts }.
figures-closed-part = { $count } { $who }
figures-closed-reporter = by reporters
figures-closed-system = by the system
figures-closed-admin = by admins
figures-rating = Rating of the service: <b>{ $mean }</b> of 5 (by { $count } reporters).
figures-routed = Suggested agencies: <b>{ $kept }</b> kept, { $overridden } changed, { $back } handed back (of { $count } reports).
figures-hidden = Counts below 5 are not shown.
figures-percent = { $percent }%
figures-days = { $days } working days
figures-hours = { $count ->
    [one] { $count } working hour
   *[other] { $count } working hours
}
figures-others = others
figures-class-complaint = complaints
figures-class-wish = wishes
figures-class-information = requests for information
period-today = Today
period-days = Last { $count } days
period-stretch = { $first } – { $last } { $year }
period-half = Half-year { $half } of { $year }
period-unknown = We do not know that period. Try “30 hari”, “bulan ini”, “2026-11” or “2026”.
chart-days = Reports by day
chart-weeks = Reports by week
chart-months = Reports by 30 days
chart-hidden = Pale line: fewer than 5 reports, not shown.
chart-reports = { $count } reports
chart-speed = Speed (median)
chart-first-answer = First answer (of { $count } reports)
chart-solved = Solved, { $kind } (of { $count } reports)
chart-limit = Upright line: the time limit. Time is counted on working days.
chart-rating = Rating of the service
chart-stars = { $stars } of 5
chart-mean = Mean { $mean } of { $count } ratings.
chart-routing = Were suggested agencies right
chart-kept = kept
chart-overridden = changed
chart-handed-back = handed back
chart-counted = Of { $count } reports.
chart-closing = Who closed the reports
chart-sectors = Fields of the reports
chart-classes = Classes of the reports
chart-agencies = Agencies
announce-whom = Whom is the announcement for?
announce-agency = The officers of which agency? Write its name, for example “dishub bogor”.
announce-agency-again = We have not found that agency. Write another name, for example “dishub kabupaten bogor”.
announce-place = Reporters of which field and place? Write them with commas, for example “water supply, Cibinong, 30 days”.
announce-place-again = We did not understand that. Write a field, a place, or both with a comma, for example “water supply, Cibinong, 30 days”.
announce-text = Write the announcement for { $whom }.
announce-too-long = An announcement has at most { $most } letters. Write a shorter one.
announce-preview = This is how it reads for { $whom }:
announce-nobody = Nobody would get it: there is no one, or all have had an announcement today.
announce-to-officers = the officers of { $agency }
announce-to-reporters = who reported on { $sector } in { $place } in the last { $span } days
announce-to-reporters-of = who reported on { $sector } in { $place } to { $agency } in the last { $span } days
announce-any-sector = any field
announce-anywhere = any place
announce-progress = The announcement is going out: { $done } of { $total } people.
announce-done = The announcement was sent to { $total } people.
announce-stopped = The announcement was stopped after { $done } of { $total } people. The others get nothing.
announce-cancelled = Nothing was sent.
announced = <b>Announcement</b>
announced-by = <b>Announcement of { $agency }</b>
announced-officers = <b>Announcement for the officers of { $agency }</b>
button-announce-officers = Officers of an agency
button-announce-reporters = Reporters in a place
button-announce-send = Send to { $people } people
button-announce-urgent = Urgent: { $state }
button-announce-edit = Change
button-announce-cancel = Cancel
button-announce-stop = Stop
assess-which = The assessment of which agency? Write for example /penilaian 2026 dishub kabupaten bogor.
assess-longer = A self-assessment covers a month or more. Write for example /penilaian semester lalu.
assess-ready = <b>{ $period }</b> · { $agency }: the self-assessment, ready to be completed and handed in.
assess-title = Self-assessment of complaint handling: { $agency }
assess-made = { $period } · made on { $day } from the reports that came by Telegram
assess-column-what = Measure
assess-column-now = This period
assess-column-before = The period before
assess-volume = A. Number of reports
assess-total = reports that came in
assess-closed = closed { $who }
assess-accuracy = B. Accuracy of routing
assess-kept = suggested agencies that were kept
assess-overridden = suggested agencies that were changed
assess-handed-back = handed back as not theirs
assess-response = C. Speed of response (first answer)
assess-solution = D. Speed of solution
assess-median = median time
assess-within = within the time limit
assess-within-kind = within the time limit, { $kind }
assess-satisfaction = E. Satisfaction of reporters
assess-satisfaction-points = points, 0-100
assess-own = F. Topics of the agency's own duties
assess-general = G. General topics
assess-no-topic = nothing that can be shown
assess-others = other topics, together
assess-share = { $percent }% (of { $count })
assess-share-of-clock = { $percent }% within { $clock } working days (of { $count })
assess-days = { $days } working days (of { $count })
assess-points = { $points } (of { $count } ratings)
assess-too-few = fewer than 5
assess-note-time = Time is counted from the moment a report was sent, on working days alone. Only closed reports count as solved; one that was closed because its reporter kept silent is no good rating.
assess-note-satisfaction = Satisfaction is the mean of 1-5 stars times 20, of the reporters who gave a rating.
assess-note-hidden = Counts below 5 are not shown; small ones stand together as “other topics”.
assess-sheet = Assessment
assess-sheet-plan = Action plan
assess-plan = Action plan
assess-plan-note = These six stages are drawn from secondary sources on the SP4N road map (PermenPANRB 46/2020). Hold them against the annex of the regulation before you hand this in.
assess-plan-stage = Stage
assess-plan-goal = Goals
assess-plan-programme = Programmes
assess-plan-indicator = Indicators
assess-plan-who = Who answers for it
assess-plan-when = When
assess-stage-1 = 1. Self-assessment
assess-stage-2 = 2. Analysis of the problems
assess-stage-3 = 3. Setting of goals
assess-stage-4 = 4. Planning of programmes
assess-stage-5 = 5. Carrying out
assess-stage-6 = 6. Monitoring and evaluation
export-offer = <b>{ $period }</b> · { $scope }: { $reports } reports. This official sheet of 20 columns holds what people wrote: keep it in a safe place.
export-none = <b>{ $period }</b> · { $scope }: no reports.
export-too-many = <b>{ $period }</b> · { $scope }: more than { $most } reports. Choose a shorter period, for example /ekspor 2026-11.
export-begun = The sheet is being prepared. The file follows here.
export-progress = Preparing the sheet: { $done } of { $total } reports.
export-done = The sheet is ready: { $reports } reports.
export-ready = Here is the file.
export-failed = That sheet was not made because of a fault on our side. Ask again with /ekspor.
button-export-xlsx = Excel (.xlsx)
button-export-csv = CSV
button-next-chart = Next picture
button-days-7 = 7 days
button-days-30 = 30 days
button-this-week = This week
button-last-week = Last week
button-last-month = Last month
button-this-month = This month
button-this-year = This year

## Training

training-hello = <b>Training for officers and admins</b>
    Ten made-up reports wait: seven for { $officer }, an officer of { $agency }, and three for { $admin }, a national admin.

    Work in their chats. From each report's history I see what you do, and say here what was right and what the reporter reads.
training-report = <b>Report { $count } of { $total }</b> · for { $name } · <code>{ $number }</code>
training-wrote = { $reporter } wrote: “{ $text }”
training-task-accept = Accept this report, so that your colleagues know who works on it. Press <i>Accept</i> on its card.
training-right-accept = Right. Your name stands on the card now, and the reporter knows that somebody works on it.
training-instead-accept = This time only accepting is wanted: press <i>Accept</i> on the report's card.
training-task-answer = Answer the reporter: what you do, and when. Reply to the card or press <i>Answer</i>, then <i>Send to the reporter</i>.
training-right-answer = Right. The first answer was given before its date.
training-instead-answer = The reporter waits for your words. Press <i>Answer</i>, write what is done and when, then <i>Send to the reporter</i>.
training-task-ask = Which school it is, they do not say. Press <i>Ask for details</i> and ask the one thing that you need.
training-right-ask = Right. While the reporter is waited for, your time does not run.
training-instead-ask = Nobody can set out without knowing the place. Press <i>Ask for details</i> and ask which school it is.
training-task-asked = { $reporter } has replied, and your time runs again. Read the reply in the chat, then press <i>Answer</i>.
training-right-asked = Right. Ask once, then answer: the reporter need not tell the story again.
training-instead-asked = All that you need is there. Press <i>Answer</i> and say when the sign will stand again.
training-task-hand-back = Pavements are not your agency's matter; an admin has sent this by mistake. Press <i>Not ours</i>, choose the reason, then name the agency that you hold to be right.
training-right-hand-back = Right. The report is not closed: an admin sends it on to the right agency, and the promise to the reporter holds.
training-instead-hand-back = Your agency cannot solve this. Press <i>Not ours</i>: the report goes back to an admin, and is not lost.
training-task-settle = The marking was painted anew this morning. Press <i>Resolved</i>, write the result, and send it. Photos may go with it.
training-right-settle = Right. It is not you who closes a report: { $reporter } was asked, says that it is solved, and gives a 5.
training-instead-settle = The work is done, so press <i>Resolved</i> and write the result. A plain answer does not ask the reporter whether it is solved.
training-task-unsolved = The field team says that the lamp is replaced. Press <i>Resolved</i> and write the result.
training-right-unsolved = The step was right. But { $reporter } has pressed “Not solved yet”; what is missing has reached your chat.
training-instead-unsolved = This time the work counts as done: press <i>Resolved</i> and write the result.
training-task-again = Read what { $reporter } still misses. Then <i>Answer</i> if it is being worked on, or <i>Resolved</i> if it is really done now.
training-right-again = Right. “Not solved yet” is no reproach but a chance to mend it. When it comes again, those above you and an admin read it too.
training-instead-again = { $reporter } waits to hear of the lamp on the south side. Press <i>Answer</i> and say when it will be done.
training-task-note = Only tomorrow you will know when the police can help. That is for your colleagues, not yet for the reporter: press <i>More</i>, then <i>Internal note</i>.
training-right-note = Right. Only your agency and admins read a note; the answer to the reporter is still to come.
training-instead-note = This time only a note for your colleagues is wanted: press <i>More</i>, then <i>Internal note</i>, and write it there.
training-task-verify = The system is not sure enough, so you decide. Read the report and press the right agency.
training-right-verify = Right: parking on public roads is the transport agency's. From now on that agency has a date by which to answer.
training-instead-verify = Parking on public roads is the transport agency's. If the report has gone elsewhere, press <i>Reassign</i>.
training-task-override = The first suggestion need not be right. Whose matter is a polluted river? Press that agency; if it is not there, press <i>Search</i>.
training-right-override = Right: pollution is the environment agency's. Your correction is learned, so that the next suggestion is better.
training-instead-override = Rivers are public works', but throwing waste into them is pollution: choose the environment agency. If the report has gone elsewhere, press <i>Reassign</i>.
training-task-accused = This report accuses an agency's own people. It is not for the accused to investigate: see who is suggested, then press <i>Approve</i> or <i>Search</i>.
training-right-accused = Right. The inspectorate investigates; the accused agency does not get this report.
training-instead-accused = Nobody may investigate themselves: choose the inspectorate. If the report has gone elsewhere, press <i>Reassign</i>.
training-wrong = That is written down as “{ $act }”, and is not yet what is wanted.
training-thin = One piece of advice: your words are very few. Say what is done and when, so that the reporter need not ask again.
training-read = <b>What { $reporter } has read:</b>
    <blockquote>{ $text }</blockquote>
training-read-nothing = { $reporter } has read nothing of this step.
training-anew = From here that step is not possible any more. I have had the same report filed once more: <code>{ $number }</code>.
training-skipped = This report is left out.
training-not-here = The work is done in { $name }'s chat. Two words are enough here: <i>Hint</i> and <i>Skip</i>.
training-end = <b>The training is done</b>
    Right at once: { $count } · after a try: { $times } · left out: { $whole }
training-end-skipped = Left out: report { $text }.
training-end-then = At real work everything is the same, only that the people are real and wait to hear from you. The card always shows the next step, and /bantuan explains it again.
button-training-hint = Hint
button-training-skip = Skip
button-training-again = Begin again

## One's own data

data-kept =
    <b>Your data here</b>
    Reports: { $reports } (still open: { $open })
    A report not sent yet: { $draft }
    Language: { $language }
data-kept-office = Office: { $role } { $agency }
data-kept-why =
    You agreed on { $day }. Purpose: { $purpose }
    A report's words are erased { $days } days after it is closed.
    Run by: { $name }, { $contact }
button-data-copy = Send me a copy
button-data-erase = Erase my data
button-data-erase-sure = Yes, erase everything
button-data-keep = Keep it
data-copy-comes = We are preparing your copy and will send it here.
data-copy-ready = This is everything that we keep about you as of { $day }. Open it in a browser.
data-erase-sure =
    <b>Erase all your data?</b>
    Open reports are withdrawn. Your name, words, photos, places and all answers are erased, from the officers' chats too. Only figures stay: dates, agencies, states and ratings.
    What an officer has saved on a phone, and voice notes that arrived there more than two days ago, are out of our reach. This cannot be undone.
data-erase-sure-office = Your office and your name in it stay until an admin takes it away with /cabut.
data-erased =
    Your data has been erased. Reports that now have no words and no name: { $count }.
    You can delete the messages in this chat yourself. If you need us again, just write: we start afresh.
data-erased-office =
    Your data as a reporter has been erased. Reports that now have no words and no name: { $count }.
    Your office and your name in it stay until an admin takes it away with /cabut.
data-document = Your data at SP4N-LAPOR!
data-document-of = For { $name }, made { $day }.
data-document-draft = Not sent yet
data-document-happened = It happened: { $day }
data-document-rating = Your rating: { $stars } out of 5
case-erased-wish = The words were erased at the reporter's request.
case-erased-term = The words were erased because their time was over.
case-message-erased = <code>{ $number }</code> · the words of this message were erased.
history-wish = at the reporter's request
history-term = kept long enough
act-reveal = hidden numbers shown
button-reveal = Show the numbers
case-revealed = <code>{ $number }</code> · the numbers and addresses that were hidden. This is in the history now.
act-erase = words erased

[1mPriya Raghunathan[22m  [2m2792a1[22m
[2mstanding     [22m [33m10 days overdue[39m
[2mcadence      [22m inner 1w
[2mdue          [22m 12 Nov
[2mlast touch   [22m 2 weeks ago, video
[2morganization [22m Tidewater Grid
[2mtitle        [22m Staff Engineer
[2mlocation     [22m Bristol
[2me-mail       [22m priya.r@example.com
[2mbirthday     [22m 1987-03-09
[2mmet          [22m on 3 Nov 2020 at Brightwell Labs, the next desk
[2mtags         [22m +former-colleague

We check in on our goals every week.

[1m14 touchpoints[22m
      5 Nov  video, 35 min
             [2mFinal interview is behind her; ask how she decided[22m
     29 Oct  call, they reached out, 25 min
             [2mTorn between the lead role and staying hands-on[22m
     23 Oct  message, you reached out
             [2mSent her my notes on salary talks; she found them useful[22m
     20 Oct  meal, at The Old Tannery, with Rosa Delgado-Whitfield
             [2mIntroduced her to Priya; they talked about coaching for half the[22m
             [2mdinner[22m
     15 Sep  message, you reached out
     14 Aug  video, 35 min
     19 Jul  call, they reached out, 25 min
     12 Jun  message, you reached out
     13 May  video, 35 min
     19 Apr  call, they reached out, 25 min
     15 Mar  message, you reached out
     14 Feb  video, 35 min
      5 Jan  call, they reached out, 25 min
 2 Dec 2025  message, you reached out

# netkeep: how many contacts are cold, in NETKEEP_DUE and before the prompt.
#
# Printed by "netkeep init fish". Among the last lines of ~/.config/fish/config.fish, write:
#   netkeep init fish | source
# That starts Node once for each shell. To start nothing, keep this text in a file,
#   netkeep init fish > ~/.netkeep.fish
# again after an update or other settings, and write instead:
#   source ~/.netkeep.fish
#
# The count is read from a small file beside the database. The only program started is date: before fish 3.6 at each prompt, later once
# a day and in its last hour.

set -g __netkeep_db @DATABASE@
set -g __netkeep_text @TEXT@
set -g __netkeep_color @COLOR@
# Older versions of fish cannot compare the ages of files.
set -g __netkeep_compares 0
test / -nt /netkeep/no/such/file 2>/dev/null; and set -g __netkeep_compares 1

# fish knows no time of day, but how old a file is, and when it was written.
set -g __netkeep_tells 0
contains -- path (builtin -n); and path mtime -R / >/dev/null 2>&1; and set -g __netkeep_tells 1
set -g __netkeep_clock

# Sets __netkeep_today to YYYYMMDD, of what date said last where that still holds. A file has to be named.
function __netkeep_ask_date
    if test $__netkeep_tells = 1
        set -l now (math (path mtime -- $argv[1]) + (path mtime -R -- $argv[1]))
        # Of the same zone, and at least an hour before midnight, which summer time may move.
        if test (count $__netkeep_clock) = 3; and test "$__netkeep_clock[3]" = "$TZ"; and test $now -ge $__netkeep_clock[1]; and test $now -lt $__netkeep_clock[2]
            return
        end
    end
    set -l said (command date '+%Y%m%d %s %H %M %S' 2>/dev/null | string split ' ')
    set -g __netkeep_today $said[1]
    test (count $said) = 5; and set -g __netkeep_clock $said[2] (math "$said[2] + 82800 - $said[3] * 3600 - $said[4] * 60 - $said[5]") "$TZ"
end

# Sets NETKEEP_DUE: 1 to 9999, or empty where nobody is cold or the file cannot be trusted.
function __netkeep_count --on-event fish_prompt
    set -l db $__netkeep_db
    set -q NETKEEP_DB; and test -n "$NETKEEP_DB"; and set db $NETKEEP_DB
    set -l file $db.prompt
    set -g NETKEEP_DUE ''
    set -g __netkeep_shown ''
    # A file of this user's own, no link, and not older than the database.
    test -f "$file"; and not test -L "$file"; and test -O "$file"; and test -r "$file"; and test -e "$db"; or return 0
    test $__netkeep_compares = 1; and test "$db" -nt "$file"; and return 0
    __netkeep_ask_date $file
    test -n "$__netkeep_today"; or return 0
    set -l count ''
    set -l lines 0
    set -l line
    begin
        # Never a longer line, nor more of them, than netkeep writes: the file may be anything.
        read -n 64 line; and test "$line" = 'netkeep 1'; or return 0
        while read -n 64 line
            set lines (math $lines + 1)
            set -l parts (string match -r -- '^([0-9]{8}) (0|[1-9][0-9]{0,3})$' "$line"); and test $lines -lt 410; or return 0
            test $parts[2] -gt $__netkeep_today; and break
            set count $parts[3]
        end
    end <$file 2>/dev/null
    test "$count" = 0; and return 0
    set -g NETKEEP_DUE $count
    test -n "$count"; and set -g __netkeep_shown (string replace --all '{count}' $count -- $__netkeep_text | string collect)
    return 0
end

# Before the prompt fish shows what fish_mode_prompt prints. Put there, the text leaves fish_prompt, $status and $pipestatus alone.
if test -n "$__netkeep_text"; and not string match -q '*NETKEEP_DUE*' -- (functions fish_prompt | string collect)
    functions -q fish_mode_prompt; or function fish_mode_prompt
    end
    if not string match -q '*__netkeep_mode_prompt*' -- (functions fish_mode_prompt | string collect)
        functions -e __netkeep_mode_prompt
        functions -c fish_mode_prompt __netkeep_mode_prompt
    end
    function fish_mode_prompt --description 'the overdue count, and what stood here before'
        if test -n "$__netkeep_color"; and test -z "$NO_COLOR"; and test "$TERM" != dumb
            set_color $__netkeep_color
            printf '%s' $__netkeep_shown
            set_color normal
        else
            printf '%s' $__netkeep_shown
        end
        __netkeep_mode_prompt
    end
end
__netkeep_count

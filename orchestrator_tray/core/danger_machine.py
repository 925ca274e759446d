"""What the guard knows by heart of machines: what is run from the net, and what belongs to the system.

Data only, for text in lower case. All of it runs on text of agents: every pattern is linear in its length.
"""

from orchestrator_tray.core.danger_patterns import Command, command

MACHINE_COMMANDS: tuple[Command, ...] = (
    command(
        "pipe to shell",
        """
        | curl wget iwr irm invoke iex script installer binary code program pip npx remote_code exec url shell
        bash interpreter unseen web site address internet forum gist pastebin helper .sh .ps1 .py fetch
        download
        """,
        r"""
        \b(?:curl | wget | fetch | iwr | irm | invoke-webrequest)\b[^\n|]{0,300}\|\s*(?:sudo\s+)?
            (?:\w{0,4}sh | iex | python\d? | perl | ruby | node)\b
        | (?:<\( | \$\()\s*(?:curl | wget)\b | \binvoke-expression\b | \biex\b
        | \beval\b[^\n]{0,40}\b(?:curl | wget)\b
        | \b(?:script | installer | code | binary | program)\b[^.\n]{0,40}\bfrom\s+(?:the\s+ | a\s+)?
            (?:internet | net | web | url)\b[^.\n]{0,30}\b(?:run | execut | start)
        | \b(?:run | execut | start | sourc)\w*\s+(?:\w+\s+){0,4}(?:script | installer | code | binary)\b
            [^.\n]{0,40}\b(?:from | off | over)\s+(?:the\s+ | a\s+)?(?:internet | net | web | url)\b
        | \bremote\s+(?:script | installer) | \btrust_remote_code\b
        | \bexec\([^)\n]{0,40}\b(?:urllib | requests | urlopen | fetch)
        | \b(?:run | execut | sourc | load | eval)\w*\s+(?:it\s+ | them\s+ | this\s+)?(?:straight\s+
            | directly\s+ | right\s+)?
            (?:from | off)\s+(?:the\s+ | a\s+)?(?:url | web | net | internet)\b
        | \b(?:npx | bunx | uvx | pipx\s+run | pnpm\s+dlx)\s+(?:-y\s+)?(?:[@\w/-]+@ | github:)
        | \b(?:curl | wget)\b[^\n]{0,80}\binto\s+(?:\w{0,4}sh | shell)\b
        | \b(?:feed | hand | give | send | pass | pour)\w*\s[^.\n?]{0,60}
            \bto\s+(?:bash | zsh | the\s+shell
            | powershell | the\s+interpreter)\b
        | \b(?:straight | right | directly)\s+(?:in)?to\s+(?:\w{0,3}sh | (?:the\s+)?(?:shell | interpreter))\b
        | \b(?:fetch | download | get | pull | load | grab)\w*\s[^\n?]{0,40}\w\.(?:sh | ps1 | py)\b
            [^\n?]{0,60}\b(?:run | execut | sourc)
        | \b(?:run | start | execut)\w*\s+(?:it\s+)?unseen\b
        | \b(?:fetch | download)\s+(?:it\s+)?and\s+(?:run | execute | start)\s+it\b
        | \b(?:fetch | download | load | pull | get)\w*\s[^.\n?]{0,60}
            \b(?:web | (?:web)?site | address | internet | url | forum | gist | pastebin)\b[^\n?]{0,60}
            \band\s+
            (?:let\w*\s+it\s+)?(?:run | start | execut | carr(?:y | ies))
        | \b(?:fetch | download)\w*\s[^.\n?]{0,40}\b(?:installer | script | helper | binary)\s+and\s+
            (?:let\w*\s+it\s+)?(?:run | start | execut)
        | \bpip(?:e | ing)\s[^.\n]{0,40}\b(?:in)?to\s+(?:a\s+ | the\s+)?(?:\w{0,4}sh | shell)\b
        """,
    ),
    command(
        "system paths",
        """
        / ~ :\\ % hk .bash .zsh .profile .gitconfig system32 authorized sysctl system alternatives crontab
        --global apt global machine whole computer npm dnf yum pacman brew kernel reg setx reboot shutdown
        bios registry modprobe environment initramfs grub boot
        """,
        r"""
        \b(?:sysctl | systemctl | update-alternatives | crontab | modprobe | setx | launchctl | bcdedit)\b
        | \binitramfs\b | \bgrub\b
        | \bboot(?:\s+ | -)?(?:loader\s+(?:settings? | config\w* | entr\w+) | order)\b
        | \b(?:machine | computer | system)(?:'s)?\s+clock\b | \b(?:machine | system)'s\s+own\b
        | \bgit\s+config\s+--(?:global | system)\b | --break-system-packages\b
        | \b(?:apt | apt-get | dnf | yum | pacman | zypper | apk)\s+(?:-\w+\s+)*
            (?:install | remove | purge | upgrade | full-upgrade | dist-upgrade | autoremove | add | del
                | -s\w*)\b
        | \breg\s+(?:add | delete) | \b(?:reboot | shutdown)\s+(?:now | -\w) | \bsystem\s+(?:python
            | packages | files?
            | directories | folders?)\b | \bsystem\s+path\b | \b(?:system | machine)-wide\b
        | \b(?:npm | pnpm | yarn)\s+(?:i | install | add | global)\s+(?:-\w+\s+)*(?:-g\b | --global)
        | \b(?:for | on)\s+the\s+whole\s+(?:machine | system | computer)\b
        | \binstall\w*\s+(?:\w+\s+){0,4}globally\b
        | \bglobal\s+(?:node | python | ruby | java | install\w*)\b
        |
        (?:^|[\s"'`(=:])/(?:etc | usr | boot | dev(?!/null\b) | sys | bin | sbin | lib | lib64 | root | proc
            | opt | var(?!/(?:cache | lib | tmp)\b) | private/etc | library | system)(?![\w-])
        | ~/\.(?:ssh | gnupg | aws | kube | bashrc | zshrc | profile | bash_profile | docker)\b
        | \b[a-z]:\\(?:windows | program) | %(?:systemroot | windir | appdata)% | \bhk(?:lm | cu | ey_)
        | \bsystem32\b | \.(?:bashrc | zshrc | profile | bash_profile | gitconfig)\b
        | \bauthorized[_\ ](?:keys | users)\b
        """,
    ),
    command("system paths", "/var/", r"""(?:^|[\s"'`(=:])/var/(?:cache | lib | tmp)\b""", told=False),
)

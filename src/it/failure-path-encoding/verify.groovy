import io.github.chalicemaven.it.InvokedProject

// The log is in the locale's encoding too, so the letter is not compared.
def log = InvokedProject.logs(basedir)[0]
assert log =~ /The path `\S+\/target\/b\S+cher.json` is not valid on this system, whose locale may not support its/ +
    / characters. Use another path, or a UTF-8 locale such as LC_ALL=C.UTF-8./
assert InvokedProject.files(new File(basedir, 'target')) == []
return true

import io.github.chalicemaven.it.InvokedProject

assert InvokedProject.logs(basedir)[0].contains('[INFO] Skipped, because <skip> (-Dchalice.skip) is true.')
assert InvokedProject.files(new File(basedir, 'target')) == []
return true

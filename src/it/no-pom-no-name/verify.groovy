import io.github.chalicemaven.it.InvokedProject

def log = InvokedProject.logs(basedir)[0]
InvokedProject.assertProblems(log, [
    '<appName> (-Dchalice.appName) is not set, and neither a POM nor .chalice/config.json names the application in'
        + " $basedir: use -Dchalice.appName=my-app, or specify another folder with -Dchalice.appDirectory."
])
assert InvokedProject.files(new File(basedir, 'target')) == []
return true

import io.github.chalicemaven.it.InvokedProject

def log = InvokedProject.logs(basedir)[0]
InvokedProject.assertProblems(log, [
    'the project\'s <artifactId> is `my_app`: AWS would refuse the name of the stack, change set. An application\'s'
        + ' name has letters, digits and hyphens, begins with a letter, and has at most 92 characters: use'
        + ' -Dchalice.appName=my-app or <appName>.'
])
assert InvokedProject.files(new File(basedir, 'target')) == []
return true

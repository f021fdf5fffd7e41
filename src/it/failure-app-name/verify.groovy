import io.github.chalicemaven.it.InvokedProject

def log = InvokedProject.logs(basedir)[0]
InvokedProject.assertProblems(log, [
    'the project\'s <artifactId> is `my_app`: AWS does not allow it in the name of the stack, change set. Use'
        + ' letters, digits and hyphens, starting with a letter, at most 92 characters: for example,'
        + ' -Dchalice.appName=my-app or <appName>.'
])
assert InvokedProject.files(new File(basedir, 'target')) == []
return true

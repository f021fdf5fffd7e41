import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
// What an earlier run installed would pass for what this one has to.
new File(localRepositoryPath, 'com/example/orders').deleteDir()
return true

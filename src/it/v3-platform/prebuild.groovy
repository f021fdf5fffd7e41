import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
return true

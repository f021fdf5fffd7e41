import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir, 'order service')
return true

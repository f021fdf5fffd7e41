import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir, 'orders')
return true

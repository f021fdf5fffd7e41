import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir, 'services/orders')
return true

import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir, 'orders')
InvokedProject.sampleApp(basedir, 'invoices/src/chalice')
return true

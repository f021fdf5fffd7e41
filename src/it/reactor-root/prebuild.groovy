import io.github.chalicemaven.it.InvokedProject

InvokedProject.repository(basedir)
return true

import io.github.chalicemaven.it.InvokedProject

InvokedProject.repository(basedir)
new File(basedir, 'app.py').text = ''
return true

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutForm</name>
    <message>
        <source>About Engage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Licences and notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences and notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>AppointmentSheet</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour, if you leave it empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Call it off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentsPanel</name>
    <message>
        <source>Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange something with the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arranged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why will it not take place?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Marisol has to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The story keeps the appointment and the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called off; the story keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>ChangeSheet</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de acceso</translation>
    </message>
    <message>
        <source>At least 15 characters; a whole sentence is best. The work itself is not rewritten.</source>
        <translation>Al menos 15 caracteres; lo mejor es una frase entera. El trabajo mismo no se vuelve a escribir.</translation>
    </message>
    <message>
        <source>Old passphrase</source>
        <translation>Frase de acceso anterior</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase de acceso nueva</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>La frase nueva otra vez</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>That would be guessed too soon, or is too short.</source>
        <translation>Se adivinaría demasiado pronto o es demasiado corta.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>That is not the old passphrase.</source>
        <translation>Esa no es la frase anterior.</translation>
    </message>
    <message>
        <source>That did not work; the old passphrase still holds.</source>
        <translation>No funcionó; la frase anterior sigue valiendo.</translation>
    </message>
</context>
<context>
    <name>ChildrenPanel</name>
    <message>
        <source>The children in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit that did not happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not want to take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen, not alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>Seis cifras</translation>
    </message>
    <message>
        <source>Lock and use the passphrase</source>
        <translation>Cerrar con llave y usar la frase de acceso</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>That is not the PIN. {0} more before it locks.</source>
        <translation>Ese no es el PIN. Quedan {0} intentos antes de que se cierre.</translation>
    </message>
</context>
<context>
    <name>CrashForm</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Engage did not work as it must</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you wrote is kept on this laptop. You can go on; if it happens again, lock and unlock. The report below holds places in the program and no word of any family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report for whoever helps you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report for whoever helps you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engage</name>
    <message>
        <source>Nobody else can read this laptop</source>
        <translation>Nadie más puede leer esta computadora</translation>
    </message>
    <message>
        <source>Whichever you choose, nobody else can read this laptop</source>
        <translation>Elija lo que elija, nadie más puede leer esta computadora</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Everything you wrote is kept on this laptop.</source>
        <translation>Todo lo que escribió está guardado en esta computadora.</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome. Which door is yours today?</source>
        <translation>Bienvenido. ¿Cuál es su puerta hoy?</translation>
    </message>
    <message>
        <source>You can walk back out and take another. Nothing you write is ever lost.</source>
        <translation>Puede volver a salir y tomar otra. Nada de lo que escribe se pierde.</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Try it with a sample caseload</source>
        <translation>Probarlo con casos de ejemplo</translation>
    </message>
    <message>
        <source>Invented families and a full day of visits. Nothing here is real; nothing can go wrong.</source>
        <translation>Familias inventadas y un día entero de visitas. Nada es real; nada puede salir mal.</translation>
    </message>
    <message>
        <source>Ready in a minute</source>
        <translation>Listo en un minuto</translation>
    </message>
    <message>
        <source>Join my agency</source>
        <translation>Unirme a mi agencia</translation>
    </message>
    <message>
        <source>Have the code from your agency at hand. This is the only step that needs a connection.</source>
        <translation>Tenga a mano el código de su agencia. Es el único paso que necesita conexión.</translation>
    </message>
    <message>
        <source>Five minutes, once</source>
        <translation>Cinco minutos, una sola vez</translation>
    </message>
    <message>
        <source>Work alone for now</source>
        <translation>Trabajar por mi cuenta por ahora</translation>
    </message>
    <message>
        <source>Everything stays on this laptop. Join an agency later, and every word you wrote comes with you.</source>
        <translation>Todo se queda en esta computadora. Más tarde puede unirse a una agencia, y cada palabra que escribió va con usted.</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Join my agency</source>
        <translation>Unirme a mi agencia</translation>
    </message>
    <message>
        <source>Your administrator gave you a code for this laptop. It is used once and needs a connection now.</source>
        <translation>Su administrador le dio un código para esta computadora. Se usa una sola vez y ahora necesita conexión.</translation>
    </message>
    <message>
        <source>Code for this laptop</source>
        <translation>Código para esta computadora</translation>
    </message>
    <message>
        <source>Name for signing in</source>
        <translation>Nombre para entrar</translation>
    </message>
    <message>
        <source>Password at the agency</source>
        <translation>Contraseña en la agencia</translation>
    </message>
    <message>
        <source>Letters and digits in groups; capitals and dashes do not matter.</source>
        <translation>Letras y cifras en grupos; no importan las mayúsculas ni los guiones.</translation>
    </message>
    <message>
        <source>It is used this once and not kept.</source>
        <translation>Se usa esta única vez y no se guarda.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirme</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>Falta el código.</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Falta el nombre.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Falta la contraseña.</translation>
    </message>
    <message>
        <source>Talking to the agency…</source>
        <translation>Hablando con la agencia…</translation>
    </message>
    <message>
        <source>One letter or digit of the code is wrong. Compare it with the sheet once more.</source>
        <translation>Una letra o cifra del código no es correcta. Compárelo otra vez con la hoja.</translation>
    </message>
    <message>
        <source>The code is not complete yet.</source>
        <translation>El código todavía no está completo.</translation>
    </message>
    <message>
        <source>This code is for a newer Engage. Please update Engage here.</source>
        <translation>Este código es para un Engage más nuevo. Actualice Engage aquí.</translation>
    </message>
    <message>
        <source>That is not a code from an agency. It has letters and digits in groups.</source>
        <translation>Ese no es un código de una agencia. Tiene letras y cifras en grupos.</translation>
    </message>
    <message>
        <source>What you typed is still here.</source>
        <translation>Lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>The agency cannot be reached from here.</source>
        <translation>No se puede alcanzar la agencia desde aquí.</translation>
    </message>
    <message>
        <source>Joining is the one step that needs a connection.</source>
        <translation>Unirse es el único paso que necesita conexión.</translation>
    </message>
    <message>
        <source>The agency does not know this name and password.</source>
        <translation>La agencia no conoce este nombre y contraseña.</translation>
    </message>
    <message>
        <source>This code was used already or has run out.</source>
        <translation>Este código ya se usó o ha caducado.</translation>
    </message>
    <message>
        <source>Ask your administrator for a new one.</source>
        <translation>Pida uno nuevo a su administrador.</translation>
    </message>
    <message>
        <source>The server at this address is not the one the code names.</source>
        <translation>El servidor en esta dirección no es el que nombra el código.</translation>
    </message>
    <message>
        <source>Nothing was sent. Tell your administrator before you try again.</source>
        <translation>No se envió nada. Avise a su administrador antes de intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The agency answered no.</source>
        <translation>La agencia respondió que no.</translation>
    </message>
    <message>
        <source>Tell your administrator what you tried.</source>
        <translation>Cuente a su administrador lo que intentó.</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>LookFoot</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>¿Cómo se llama?</translation>
    </message>
    <message>
        <source>It stands beside your notes. When you join an agency later, your work comes with you.</source>
        <translation>Aparece junto a sus notas. Si más tarde se une a una agencia, su trabajo va con usted.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Please write a name; initials will do.</source>
        <translation>Escriba un nombre; bastan las iniciales.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>To finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish: {what}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OverviewPart</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is where their story begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a visit, or write down who belongs to the family. Everything you keep shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This family cannot be shown just now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family, person or place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParentsPanel</name>
    <message>
        <source>No parent is written down yet. Both belong here, also one who is far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange something with {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Five words that open this laptop</source>
        <translation>Cinco palabras que abren esta computadora</translation>
    </message>
    <message>
        <source>Everything here is locked with them. Nobody can reset them, so write them on a card and keep it away from the laptop.</source>
        <translation>Todo aquí se cierra con ellas. Nadie puede restablecerlas: escríbalas en una tarjeta y guárdela lejos de la computadora.</translation>
    </message>
    <message>
        <source>Your five words: {0}</source>
        <translation>Sus cinco palabras: {0}</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Otras palabras</translation>
    </message>
    <message>
        <source>I would rather choose my own</source>
        <translation>Prefiero elegir las mías</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su frase de acceso</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>At least 15 characters; a whole sentence is best.</source>
        <translation>Al menos 15 caracteres; lo mejor es una frase entera.</translation>
    </message>
    <message>
        <source>Use generated words instead</source>
        <translation>Usar palabras generadas</translation>
    </message>
    <message>
        <source>I have written them down and keep them away from the laptop</source>
        <translation>Las he escrito y las guardo lejos de la computadora</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Locking the drawer…</source>
        <translation>Cerrando el cajón con llave…</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The folder for your work cannot be written to.</source>
        <translation>No se puede escribir en la carpeta de su trabajo.</translation>
    </message>
    <message>
        <source>Engage is already open. Close the other window first.</source>
        <translation>Engage ya está abierto. Cierre primero la otra ventana.</translation>
    </message>
    <message>
        <source>There is already work in this folder. Close this window and open Engage again.</source>
        <translation>Ya hay trabajo en esta carpeta. Cierre esta ventana y abra Engage otra vez.</translation>
    </message>
    <message>
        <source>That did not work. Nothing was changed; please try again.</source>
        <translation>No funcionó. No se cambió nada; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{0} of 15 characters so far.</source>
        <translation>{0} de 15 caracteres hasta ahora.</translation>
    </message>
    <message>
        <source>That is longer than 256 characters.</source>
        <translation>Son más de 256 caracteres.</translation>
    </message>
    <message>
        <source>That would be guessed too soon. Another word or two helps more than signs and digits.</source>
        <translation>Se adivinaría demasiado pronto. Una o dos palabras más ayudan mejor que signos y cifras.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Las dos todavía no son iguales.</translation>
    </message>
</context>
<context>
    <name>PeopleBoard</name>
    <message>
        <source>Nobody of this family is written down yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonCell</name>
    <message>
        <source>%1, seen alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonTile</name>
    <message>
        <source>not marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>A PIN for coming back</source>
        <translation>Un PIN para volver</translation>
    </message>
    <message>
        <source>Six digits that bring the window back after F9. Not your birthday.</source>
        <translation>Seis cifras que devuelven la ventana después de F9. No su cumpleaños.</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>Seis cifras</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep this PIN</source>
        <translation>Guardar este PIN</translation>
    </message>
    <message>
        <source>That is too easy to guess.</source>
        <translation>Es demasiado fácil de adivinar.</translation>
    </message>
    <message>
        <source>Six digits, please.</source>
        <translation>Seis cifras, por favor.</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Setting up your sample agency</source>
        <translation>Preparando su agencia de ejemplo</translation>
    </message>
    <message>
        <source>A small agency server starts on this laptop, with invented families and a full day of visits.</source>
        <translation>Un pequeño servidor de agencia arranca en esta computadora, con familias inventadas y un día entero de visitas.</translation>
    </message>
    <message>
        <source>Inventing families</source>
        <translation>Inventando familias</translation>
    </message>
    <message>
        <source>This takes about a minute, once.</source>
        <translation>Tarda un minuto, una sola vez.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Paso {0} de {1}</translation>
    </message>
    <message>
        <source>The sample agency could not be set up.</source>
        <translation>No se pudo preparar la agencia de ejemplo.</translation>
    </message>
    <message>
        <source>Nothing was lost. Free some disk space and try again.</source>
        <translation>No se perdió nada. Libere espacio en el disco e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>PromiseLine</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Open again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stuck…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We let it go…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the way?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why did you let it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromisesPanel</name>
    <message>
        <source>What we are working on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing promised yet. A promise made in a visit stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing promised yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>Somebody of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the note this was said in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the note in which {who} said this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotesPanel</name>
    <message>
        <source>Nothing written down in their own words yet. During a visit, one tap on “said” keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the family’s words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Main menu</source>
        <translation>Menú principal</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Hide everything (F9)</source>
        <translation>Ocultar todo (F9)</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Cerrar con llave</translation>
    </message>
    <message>
        <source>Lock now (Ctrl+L)</source>
        <translation>Cerrar con llave ahora (Ctrl+L)</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Usted está aquí</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Vaciar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>Elegir un PIN</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next setting</source>
        <translation>siguiente ajuste</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Izquierda, Derecha</translation>
    </message>
    <message>
        <source>choose within a row</source>
        <translation>elegir dentro de una fila</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>At large sizes every screen takes another layout; nothing is cut off.</source>
        <translation>Con letra grande, cada pantalla se ordena de otro modo; nada se corta.</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Cómo se ve</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase de acceso</translation>
    </message>
    <message>
        <source>Engage hides after a minute without touch, and locks three minutes later (ten during a visit). It locks at once when the laptop sleeps. F9 hides, Ctrl+L locks.</source>
        <translation>Engage se oculta tras un minuto sin tocarlo y se cierra con llave tres minutos después (diez durante una visita). Se cierra al instante cuando la computadora duerme. F9 oculta, Ctrl+L cierra.</translation>
    </message>
    <message>
        <source>Hiding and locking</source>
        <translation>Ocultar y cerrar con llave</translation>
    </message>
    <message>
        <source>Make today&apos;s backup now</source>
        <translation>Hacer ahora la copia de hoy</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>working alone</source>
        <translation>trabaja por su cuenta</translation>
    </message>
    <message>
        <source>with a sample agency on this laptop</source>
        <translation>con una agencia de ejemplo en esta computadora</translation>
    </message>
    <message>
        <source>with {0}</source>
        <translation>con {0}</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>la agencia</translation>
    </message>
    <message>
        <source>{0}, {1}.
Drawer {2}, encrypted with keys that only your passphrase opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted backups kept: {0}.</source>
        <translation>Copias cifradas guardadas: {0}.</translation>
    </message>
    <message>
        <source>No backup yet; the first is made today.</source>
        <translation>Todavía no hay copia; la primera se hace hoy.</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Today&apos;s backup is made and proved.</source>
        <translation>La copia de hoy está hecha y comprobada.</translation>
    </message>
    <message>
        <source>Today&apos;s backup was already there.</source>
        <translation>La copia de hoy ya estaba.</translation>
    </message>
    <message>
        <source>The disk is full; free some space first.</source>
        <translation>El disco está lleno; libere espacio primero.</translation>
    </message>
    <message>
        <source>That did not work; nothing was changed.</source>
        <translation>No funcionó; no se cambió nada.</translation>
    </message>
    <message>
        <source>The PIN brings you back after hiding; locking still asks for the passphrase.</source>
        <translation>El PIN le devuelve la ventana después de ocultar; al cerrar con llave se pide la frase de acceso.</translation>
    </message>
    <message>
        <source>From now on the new passphrase opens this laptop; the old one no longer does.</source>
        <translation>Desde ahora la frase nueva abre esta computadora; la anterior ya no.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>SoFar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take the newest mark back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This visit so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you tap shows here, with its time. Tap a line to add words or take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Safety before sharing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>died at {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not spoken with yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last spoke {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last search {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tried {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arranged yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Somebody with a substitute address cannot have an actual one written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not on this laptop any more. Everything you wrote elsewhere is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing already kept is lost; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be written to just now. Nothing already kept is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this laptop answer with damage. Settings shows the copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work just now. Everything already kept is safe; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a day. Write it like 3/14/2012 or 14 March 2012.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day is still to come. A day of birth lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than 120 years ago. Please look at the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An age is a number of years, like 7 or 43.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too long for one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody else: a tie needs two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs a name, even if it is only what people call them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still missing here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de acceso</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Bloq Mayús está activado</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>I forgot it</source>
        <translation>La olvidé</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Qué bueno verle</translation>
    </message>
    <message>
        <source>Your work is here, locked, exactly as you left it.</source>
        <translation>Su trabajo está aquí, cerrado con llave, tal como lo dejó.</translation>
    </message>
    <message>
        <source>No internet needed</source>
        <translation>No hace falta internet</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Try again in {0} s</source>
        <translation>Inténtelo en {0} s</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Esa no es la frase de acceso.</translation>
    </message>
    <message>
        <source>That is not the passphrase. Please wait a moment before the next try.</source>
        <translation>Esa no es la frase de acceso. Espere un momento antes del próximo intento.</translation>
    </message>
    <message>
        <source>The key file of this laptop is damaged. Your agency can help with a backup of it.</source>
        <translation>El archivo de llaves de esta computadora está dañado. Su agencia puede ayudar con una copia.</translation>
    </message>
    <message>
        <source>The stored work is damaged in places. A backup or a salvage can bring it back.</source>
        <translation>El trabajo guardado está dañado en partes. Una copia o un rescate puede recuperarlo.</translation>
    </message>
    <message>
        <source>This work was written by a newer Engage. Please update Engage here.</source>
        <translation>Este trabajo lo escribió un Engage más nuevo. Actualice Engage aquí.</translation>
    </message>
    <message>
        <source>The upgrade of the stored work did not succeed and was taken back.</source>
        <translation>La actualización del trabajo guardado no salió bien y se deshizo.</translation>
    </message>
    <message>
        <source>No proved copy could be made, so nothing was upgraded.</source>
        <translation>No se pudo hacer una copia comprobada, así que no se actualizó nada.</translation>
    </message>
    <message>
        <source>The stored work does not fit this Engage. Please install Engage again.</source>
        <translation>El trabajo guardado no encaja con este Engage. Instale Engage otra vez.</translation>
    </message>
    <message>
        <source>Engage is already open with this work. Close the other window first.</source>
        <translation>Engage ya está abierto con este trabajo. Cierre primero la otra ventana.</translation>
    </message>
    <message>
        <source>The folder with your work cannot be written to. Ask for its permissions to be mended.</source>
        <translation>No se puede escribir en la carpeta de su trabajo. Pida que arreglen sus permisos.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk answers with an error. Make a copy of this laptop soon.</source>
        <translation>El disco responde con un error. Haga pronto una copia de esta computadora.</translation>
    </message>
    <message>
        <source>The work is no longer in its folder. A backup can bring it back.</source>
        <translation>El trabajo ya no está en su carpeta. Una copia puede recuperarlo.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>No funcionó.</translation>
    </message>
    <message>
        <source>A forgotten passphrase</source>
        <translation>Una frase de acceso olvidada</translation>
    </message>
    <message>
        <source>Nobody, not even the makers of Engage, can open this laptop without it.</source>
        <translation>Nadie, ni siquiera quienes hacen Engage, puede abrir esta computadora sin ella.</translation>
    </message>
    <message>
        <source>1.  Look where you keep such things: the card with your five words, your password manager.</source>
        <translation>1.  Busque donde guarda esas cosas: la tarjeta con sus cinco palabras, su gestor de contraseñas.</translation>
    </message>
    <message>
        <source>2.  Everything that was sent is with your agency. Ask your administrator for a new code and join again on this laptop: your families come back.</source>
        <translation>2.  Todo lo que se envió está con su agencia. Pida un código nuevo a su administrador y únase otra vez en esta computadora: sus familias vuelven.</translation>
    </message>
    <message>
        <source>3.  What was never sent stays locked in its folder. Do not delete it: if the words turn up, it opens.</source>
        <translation>3.  Lo que nunca se envió queda cerrado en su carpeta. No la borre: si aparecen las palabras, se abre.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
</context>
<context>
    <name>WhoPanel</name>
    <message>
        <source>All people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Everything here can be done without a mouse.</source>
        <translation>Aquí todo se puede hacer sin ratón.</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>buscar cualquier cosa</translation>
    </message>
    <message>
        <source>back</source>
        <translation>atrás</translation>
    </message>
    <message>
        <source>Today, Families, Sync</source>
        <translation>Hoy, Familias, Envío</translation>
    </message>
    <message>
        <source>hide everything</source>
        <translation>ocultar todo</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>cerrar con llave</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>estas teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>owner</name>
    <message>
        <source>Change the appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange something</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
